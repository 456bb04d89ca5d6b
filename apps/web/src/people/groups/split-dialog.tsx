import { mostGroups } from '@vispera/board'
import { Button, Dialog, SegmentedControl, TextField } from '@vispera/ui'
import { type FormEvent, useId, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SelectField } from '../../lead/panel/select-field.tsx'
import type { OverlayProps } from '../../screens/workshop/overlays.tsx'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useCommand } from '../use-command.ts'
import styles from './groups.module.css'
import { whole } from './whole.ts'

/** How people are to be split, with what each choice means. */
export function SplitDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const command = useCommand()
  const formId = useId()
  const { open, kind } = useBoardOnScreen()
  const stage = useSessionValue((session) => session.stage())
  const people = useSessionValue((session) => session.people())
  const isProtected = stage?.workshop.safety === 'protected'
  const takers = people.filter(({ role }) => role === 'participant')
  const boards = stage?.boards.filter(({ group }) => !group) ?? []
  const hasAreas = kind.layout.engine === 'canvas'
  const [board, setBoard] = useState(open.entry.group ? (boards[0]?.id ?? '') : open.entry.id)
  const [count, setCount] = useState(String(Math.max(2, Math.round(takers.length / 4))))
  const [how, setHow] = useState<'random' | 'by-hand'>('random')
  const [own, setOwn] = useState<'area' | 'copy'>('copy')
  const [isPrivate, setPrivate] = useState(false)
  const [minutes, setMinutes] = useState('10')
  const [places, setPlaces] = useState<Readonly<Record<string, string>>>({})
  const groups = whole(count, 2, mostGroups)
  const numbers = Array.from({ length: groups }, (_, at) => at)
  const mayArea = hasAreas && board === open.entry.id
  const chosenOwn = mayArea ? own : 'copy'

  async function start(event: FormEvent) {
    event.preventDefault()
    const answer = await command('split', {
      board,
      how,
      names: numbers.map((at) => t('people.groups.name', { number: at + 1 })),
      own: chosenOwn,
      private: chosenOwn === 'copy' && isPrivate,
      minutes: whole(minutes, 0, 240),
      ...(how === 'by-hand'
        ? { members: Object.fromEntries(takers.map(({ id }, at) => [id, Number(places[id] ?? at) % groups])) }
        : {}),
    })
    if (answer) onClose()
  }

  return (
    <Dialog
      open
      title={t('people.groups.split')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <Button variant="ink" type="submit" form={formId}>
          {t('people.groups.start')}
        </Button>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void start(event)}>
        <div className={styles.pair}>
          <TextField
            label={t('people.groups.howMany')}
            type="number"
            inputMode="numeric"
            min={2}
            max={mostGroups}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
          <TextField
            label={t('people.groups.minutes')}
            aside={t('people.groups.minutes.none')}
            type="number"
            inputMode="numeric"
            min={0}
            max={240}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
        <SelectField
          label={t('people.groups.board')}
          value={board}
          options={boards.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setBoard}
        />
        <Choice
          label={t('people.groups.how')}
          value={how}
          of={isProtected || takers.length === 0 ? ['random'] : ['random', 'by-hand']}
          says="people.groups.how"
          onChange={setHow}
        />
        {how === 'by-hand' && (
          <ul className={styles.people}>
            {takers.map(({ id, name }, index) => (
              <li key={id}>
                <SelectField
                  label={name || t('shell.people.noName')}
                  value={String(Number(places[id] ?? index) % groups)}
                  options={numbers.map((at) => ({
                    value: String(at),
                    label: t('people.groups.name', { number: at + 1 }),
                  }))}
                  onChange={(group) => setPlaces({ ...places, [id]: group })}
                />
              </li>
            ))}
          </ul>
        )}
        <Choice
          label={t('people.groups.own')}
          value={chosenOwn}
          of={mayArea ? ['copy', 'area'] : ['copy']}
          says="people.groups.own"
          onChange={setOwn}
        />
        {chosenOwn === 'copy' && (
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={isPrivate}
              onChange={(event) => setPrivate(event.target.checked)}
            />
            <span>
              <strong>{t('people.groups.private')}</strong> {t('people.groups.private.what')}
            </span>
          </label>
        )}
      </form>
    </Dialog>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly of: readonly Value[]
  /** Begins the ids of each choice's name and of what it means. */
  readonly says: string
  readonly onChange: (value: Value) => void
}

/** A few choices, and in words what the chosen one means. */
function Choice<Value extends string>({ label, value, of, says, onChange }: ChoiceProps<Value>) {
  const { t } = useWords()
  return (
    <div className={styles.choice}>
      <p className={styles.label}>{label}</p>
      {of.length > 1 && (
        <SegmentedControl
          label={label}
          segments={of.map((one) => ({ value: one, label: t(`${says}.${one}`) }))}
          value={value}
          onChange={onChange}
        />
      )}
      <p className={styles.hint}>{t(`${says}.${value}.what`)}</p>
    </div>
  )
}
