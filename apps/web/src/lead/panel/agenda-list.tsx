import type { Agenda, AgendaStage, BoardEntry } from '@vispera/board'
import { Button } from '@vispera/ui'
import { GripVertical, Plus } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { stateOf } from '../plan.ts'
import { useLeads } from '../use-agenda.ts'
import styles from './agenda-panel.module.css'
import { NowBox } from './now-box.tsx'
import { SortableStages, useOrder } from './sortable-stages.tsx'
import { useStageActs } from './stage-acts.tsx'
import { StageRow } from './stage-row.tsx'

/** The stages in order. What is still to come can be dragged. */
export function AgendaList({ agenda, boards }: { agenda: Agenda; boards: readonly BoardEntry[] }) {
  const { t } = useWords()
  const leads = useLeads()
  const acts = useStageActs()
  const [stages, moveBefore] = useOrder(agenda)
  const states = new Map(agenda.stages.map((stage, index) => [stage.id, stateOf(agenda, index)]))
  const canMove = (stage: AgendaStage) => leads && states.get(stage.id) === 'to-come'
  const hasHeadings = new Set(stages.map(({ board }) => board)).size > 1
  let before: string | null | undefined
  const rows = stages.map((stage, index) => {
    const state = states.get(stage.id) ?? 'to-come'
    const heading = hasHeadings && stage.board !== before ? boardTitle(stage, boards) : null
    before = stage.board
    return (
      <li key={stage.id} className={styles.item}>
        {heading && (
          <h3 className={styles.board} dir="auto">
            {heading}
          </h3>
        )}
        {state === 'now' && agenda.now ? (
          <NowBox stage={stage} now={agenda.now} number={index + 1} />
        ) : (
          <StageRow stage={stage} state={state} number={index + 1} canMove={canMove(stage)} />
        )}
      </li>
    )
  })
  return (
    <>
      <SortableStages ids={stages.filter(canMove).map(({ id }) => id)} stages={stages} onMove={moveBefore}>
        {/* biome-ignore lint/a11y/noRedundantRoles: VoiceOver drops lists without markers */}
        <ol role="list" className={styles.list} data-agenda="">
          {rows}
        </ol>
      </SortableStages>
      {leads && (
        <div className={styles.add}>
          <Button variant="quiet" onClick={() => acts.add(agenda.stages.at(-1)?.id ?? null)}>
            <Plus aria-hidden="true" />
            {t('lead.stage.add')}
          </Button>
          <p className={styles.how}>
            <GripVertical aria-hidden="true" />
            {t('lead.agenda.how')}
          </p>
        </div>
      )}
    </>
  )
}

const boardTitle = ({ board }: AgendaStage, boards: readonly BoardEntry[]) =>
  boards.find(({ id }) => id === board)?.title ?? null
