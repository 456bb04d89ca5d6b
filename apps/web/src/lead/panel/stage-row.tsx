import { useSortable } from '@dnd-kit/sortable'
import type { AgendaStage } from '@vispera/board'
import { classes } from '@vispera/ui'
import { Check, GripVertical } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { untilWords } from '../clock/time-words.ts'
import { plannedMinutes, type StageState } from '../plan.ts'
import { nameOf, promptOf } from '../stage-words.ts'
import { useLeads } from '../use-agenda.ts'
import { StageMenu } from './stage-acts.tsx'
import styles from './stage-row.module.css'

interface StageRowProps {
  readonly stage: AgendaStage
  readonly state: StageState
  readonly number: number
  readonly canMove: boolean
}

/** One line of the agenda: done or to come. */
export function StageRow({ stage, state, number, canMove }: StageRowProps) {
  const words = useWords()
  const { t } = words
  const leads = useLeads()
  const sortable = useSortable({ id: stage.id, disabled: !canMove })
  const { transform, transition, isDragging } = sortable
  const name = nameOf(stage, words)
  const prompt = promptOf(stage, words)
  return (
    <div
      ref={sortable.setNodeRef}
      data-stage={stage.id}
      className={classes(styles.row, state === 'done' && styles.done, isDragging && styles.held)}
      style={{
        transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined,
        transition,
      }}
    >
      {canMove && (
        <button
          type="button"
          ref={sortable.setActivatorNodeRef}
          className={styles.grip}
          aria-label={t('lead.stage.drag', { name })}
          title={t('lead.agenda.how')}
          {...sortable.listeners}
        >
          <GripVertical aria-hidden="true" />
        </button>
      )}
      <span className={styles.number}>{words.number(number)}</span>
      <p className={styles.words} title={prompt || undefined}>
        <span className={styles.name} dir="auto">
          {name}
        </span>
        {prompt !== '' && (
          <span className={styles.prompt} dir="auto">
            {prompt}
          </span>
        )}
      </p>
      <span className={styles.minutes}>
        {state === 'done' && <Check aria-label={t('lead.stage.done')} role="img" />}
        <Minutes stage={stage} state={state} />
      </span>
      {leads && <StageMenu stage={stage} state={state} />}
    </div>
  )
}

function Minutes({ stage, state }: Pick<StageRowProps, 'stage' | 'state'>) {
  const { t, formatTag } = useWords()
  const session = useSession()
  if (state === 'done' && stage.ranMs !== undefined)
    return t('lead.minutes', { count: Math.max(1, Math.round(stage.ranMs / 60_000)) })
  if (stage.mode === 'open' && stage.until)
    return t('lead.minutes.until', { until: untilWords(stage.until.at, session.serverNow(), formatTag) })
  if (stage.mode === 'manual') return t('lead.minutes.about', { count: plannedMinutes(stage) })
  return t('lead.minutes', { count: plannedMinutes(stage) })
}
