import {
  type Adding,
  type AgendaStage,
  addings,
  type BoardEntry,
  maxStageMinutes,
  type StageKind,
  stageKinds,
  stageRules,
} from '@vispera/board'
import { Button, Dialog, TextField } from '@vispera/ui'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { promptOf } from '../stage-words.ts'
import { useLead } from '../use-lead.ts'
import styles from './dialogs.module.css'
import { SelectField } from './select-field.tsx'
import { hereZone, UntilFields } from './until-fields.tsx'

interface StageDialogProps {
  /** Null for a new one. */
  readonly stage: AgendaStage | null
  readonly after: string | null
  readonly boards: readonly BoardEntry[]
  readonly onClose: () => void
}

const modes = ['live', 'open', 'manual'] as const

/** One stage with everything that can be said about it. */
export function StageDialog({ stage, after, boards, onClose }: StageDialogProps) {
  const words = useWords()
  const { t, locale } = words
  const { say } = useLead()
  const said = stage ? promptOf(stage, words) : ''
  const [kind, setKind] = useState<StageKind>(stage?.kind ?? 'discuss')
  const [title, setTitle] = useState(stage?.title ?? '')
  const [prompt, setPrompt] = useState(said)
  const [minutes, setMinutes] = useState(String(stage?.minutes ?? 10))
  const [mode, setMode] = useState(stage?.mode ?? 'live')
  const [until, setUntil] = useState({
    local: stage?.until?.local ?? '',
    zone: stage?.until?.zone ?? hereZone(),
  })
  const [adds, setAdds] = useState<Adding | ''>(stage?.adds ?? '')
  const [board, setBoard] = useState(stage ? (stage.board ?? '') : (boards[0]?.id ?? ''))
  const [dots, setDots] = useState(String(stage?.dots ?? ''))

  async function keep(event: FormEvent) {
    event.preventDefault()
    const facts = {
      ...(stage ? {} : { kind }),
      board: board === '' ? null : board,
      minutes: Math.min(maxStageMinutes, Math.max(0, Math.round(Number(minutes) || 0))),
      mode,
      ...(title.trim() !== '' || stage?.title ? { title: title.trim() } : {}),
      ...(prompt.trim() !== said ? { prompt: { ...stage?.prompt, [locale]: prompt.trim() } } : {}),
      ...(mode === 'open' ? { until } : {}),
      ...(adds !== '' ? { adds } : stage?.adds ? { adds: null } : {}),
      ...(stageRules[kind].vote === 'dots' && Number(dots) > 0 ? { dots: Number(dots) } : {}),
    }
    const answer = stage
      ? await say('change-stage', { stage: stage.id, ...facts })
      : await say('add-stage', { ...facts, after })
    if (answer) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(stage ? 'lead.edit.title' : 'lead.edit.new')}
      closeLabel={t('shell.close')}
      footer={
        <Button variant="ink" type="submit" form="stage-form">
          {t(stage ? 'shell.save' : 'lead.stage.add')}
        </Button>
      }
    >
      <form id="stage-form" className={styles.form} onSubmit={(event) => void keep(event)}>
        <div className={styles.pair}>
          <SelectField
            isClosed={stage !== null}
            label={t('lead.edit.kind')}
            value={kind}
            options={stageKinds.map((one) => ({ value: one, label: t(`stage.${one}`) }))}
            onChange={setKind}
          />
          <SelectField
            label={t('lead.edit.board')}
            value={board}
            options={[
              ...boards.map((one) => ({ value: one.id, label: one.title })),
              { value: '', label: t('lead.edit.board.all') },
            ]}
            onChange={setBoard}
          />
        </div>
        <TextField
          label={t('lead.edit.name')}
          aside={t('lead.edit.optional')}
          maxLength={120}
          placeholder={t(`stage.${kind}`)}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          multiline
          label={t('lead.stage.prompt')}
          maxLength={600}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <div className={styles.pair}>
          <SelectField
            label={t('lead.edit.mode')}
            value={mode}
            options={modes.map((one) => ({ value: one, label: t(`lead.mode.${one}`) }))}
            onChange={setMode}
          />
          {mode !== 'open' && (
            <TextField
              label={t('lead.edit.minutes')}
              type="number"
              inputMode="numeric"
              min={0}
              max={maxStageMinutes}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
        </div>
        {mode === 'open' && <UntilFields {...until} onChange={setUntil} />}
        <div className={styles.pair}>
          <SelectField
            label={t('lead.edit.adds')}
            value={adds}
            options={[
              {
                value: '' as const,
                label: t('lead.edit.adds.usual', { what: t(`lead.adds.${stageRules[kind].adds}`) }),
              },
              ...addings.map((one) => ({ value: one, label: t(`lead.adds.${one}`) })),
            ]}
            onChange={setAdds}
          />
          {stageRules[kind].vote === 'dots' && (
            <TextField
              label={t('lead.edit.dots')}
              aside={t('lead.edit.optional')}
              type="number"
              inputMode="numeric"
              min={1}
              max={20}
              value={dots}
              onChange={(event) => setDots(event.target.value)}
            />
          )}
        </div>
      </form>
    </Dialog>
  )
}
