import {
  type Gathering,
  gatheringModes,
  gatheringStates,
  isOtherDay,
  shownIn,
  wallTimeOf,
} from '@vispera/board'
import { Button, TextField } from '@vispera/ui'
import { type FormEvent, useMemo, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { SelectField } from '../../lead/panel/select-field.tsx'
import { LanguageChips } from '../../screens/start/language-chips.tsx'
import { useCommand } from '../use-command.ts'
import { placeOf, useMyZone, zoneChoices } from './my-zone.ts'
import styles from './series.module.css'

/** What people agree on about a gathering: its time is a wall clock in a place, never an abbreviation. */
export function GatheringForm({ gathering, onDone }: { gathering: Gathering | null; onDone: () => void }) {
  const { t, formatTag } = useWords()
  const command = useCommand()
  const myZone = useMyZone()
  const [title, setTitle] = useState(gathering?.title ?? '')
  const [question, setQuestion] = useState(gathering?.question ?? '')
  const [local, setLocal] = useState(gathering?.start.local ?? '')
  const [zone, setZone] = useState(gathering?.start.zone ?? myZone)
  const [minutes, setMinutes] = useState(String(gathering?.minutes ?? 90))
  const [mode, setMode] = useState(gathering?.mode ?? 'live')
  const [status, setStatus] = useState(gathering?.status ?? 'planned')
  const [languages, setLanguages] = useState<readonly string[]>(gathering?.languages ?? [])
  const zones = useMemo(() => zoneChoices([zone, myZone]), [zone, myZone])
  const start = wallTimeOf(local, zone)

  async function keep(event: FormEvent) {
    event.preventDefault()
    const said = {
      title: title.trim(),
      question: question.trim(),
      local,
      zone,
      minutes: Math.min(20_160, Math.max(5, Math.round(Number(minutes) || 0))),
      mode,
      status,
      languages,
    }
    const answer = gathering
      ? await command('change-gathering', { gathering: gathering.id, ...said })
      : await command('add-gathering', said)
    if (answer) onDone()
  }

  const mine = start && shownIn(start.at, myZone, formatTag)
  return (
    <form className={styles.form} onSubmit={(event) => void keep(event)}>
      <TextField
        label={t('people.series.title')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        multiline
        rows={2}
        label={t('people.series.question')}
        aside={t('shell.join.optional')}
        maxLength={600}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <div className={styles.pair}>
        <TextField
          label={t('people.series.begins')}
          type="datetime-local"
          required
          value={local}
          onChange={(event) => setLocal(event.target.value.slice(0, 16))}
        />
        <SelectField label={t('people.series.clock')} value={zone} options={zones} onChange={setZone} />
      </div>
      {start && mine && zone !== myZone && (
        <p className={styles.hint} role="status">
          {t(isOtherDay(start.at, zone, myZone) ? 'people.series.there.day' : 'people.series.there', {
            weekday: mine.weekday,
            time: mine.time,
            place: placeOf(myZone),
          })}
        </p>
      )}
      <div className={styles.pair}>
        <TextField
          label={t('people.series.minutes')}
          type="number"
          inputMode="numeric"
          min={5}
          max={20_160}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <SelectField
          label={t('people.series.mode')}
          value={mode}
          options={gatheringModes.map((one) => ({ value: one, label: t(`people.series.mode.${one}`) }))}
          onChange={setMode}
        />
        {gathering && (
          <SelectField
            label={t('people.series.status')}
            value={status}
            options={gatheringStates.map((one) => ({
              value: one,
              label: t(`people.series.status.${one}`),
            }))}
            onChange={setStatus}
          />
        )}
      </div>
      <p className={styles.hint}>{t(`people.series.mode.${mode}.what`)}</p>
      <LanguageChips languages={languages} onChange={setLanguages} />
      <div className={styles.acts}>
        <Button onClick={onDone}>{t('shell.cancel')}</Button>
        <Button type="submit" variant="ink">
          {t('shell.save')}
        </Button>
      </div>
    </form>
  )
}
