import type { AgendaStage, BoardEntry } from '@vispera/board'
import { useToast } from '@vispera/ui'
import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  CircleStop,
  MoreHorizontal,
  PencilLine,
  Plus,
  RotateCcw,
  Trash2,
  UnfoldVertical,
} from 'lucide-react'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { later } from '../../later/later.ts'
import { Menu } from '../../later/menu.tsx'
import { Part } from '../../later/part.tsx'
import type { StageState } from '../plan.ts'
import { nameOf } from '../stage-words.ts'
import { useAgenda } from '../use-agenda.ts'
import { useLead } from '../use-lead.ts'
import { useShownOrder } from './sortable-stages.tsx'
import styles from './stage-acts.module.css'

const dialogs = {
  stage: later(() => import('./stage-dialog.tsx').then(({ StageDialog }) => StageDialog)),
  move: later(() => import('./move-dialog.tsx').then(({ MoveDialog }) => MoveDialog)),
}

interface StageActs {
  /** Asks for a new stage after another one; null for the first. */
  add(after: string | null): void
  edit(stage: AgendaStage): void
  move(stage: AgendaStage): void
}

const StageActsContext = createContext<StageActs>({ add: () => {}, edit: () => {}, move: () => {} })
export const useStageActs = (): StageActs => useContext(StageActsContext)

type Asked =
  | { readonly of: 'stage'; readonly stage: AgendaStage | null; readonly after: string | null }
  | { readonly of: 'move'; readonly stage: AgendaStage }

interface StageActsProviderProps {
  readonly boards: readonly BoardEntry[]
  readonly children: ReactNode
}

/** The questions that changing an agenda asks. */
export function StageActsProvider({ boards, children }: StageActsProviderProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const acts = useMemo<StageActs>(
    () => ({
      add: (after) => setAsked({ of: 'stage', stage: null, after }),
      edit: (stage) => setAsked({ of: 'stage', stage, after: null }),
      move: (stage) => setAsked({ of: 'move', stage }),
    }),
    [],
  )
  const onClose = () => setAsked(null)
  return (
    <StageActsContext value={acts}>
      {children}
      {asked?.of === 'stage' && <Part of={dialogs.stage} with={{ ...asked, boards, onClose }} />}
      {asked?.of === 'move' && <Part of={dialogs.move} with={{ stage: asked.stage, onClose }} />}
    </StageActsContext>
  )
}

/** Everything that can be done with a stage; whatever can be dragged can be done here. */
export function StageMenu({ stage, state }: { stage: AgendaStage; state: StageState }) {
  const words = useWords()
  const { t } = words
  const { move } = useLead()
  const acts = useStageActs()
  const agenda = useAgenda()
  const remove = useRemoveStage()
  const { stages, move: moveBefore } = useShownOrder()
  const at = stages.findIndex(({ id }) => id === stage.id)
  const isBehindNow = (index: number) => stages[index]?.id !== agenda.now?.stage
  const moveTo = (before: string | null) => moveBefore(stage.id, before)
  const start = {
    id: 'start',
    label: t(agenda.now && state === 'done' ? 'lead.stage.back' : `lead.stage.start.${state}`),
    icon: state === 'now' ? <RotateCcw /> : <ArrowRight className="mirrors" />,
    onSelect: () => void move('start-stage', { stage: stage.id }),
  }
  const edit = {
    id: 'edit',
    label: t('lead.stage.edit'),
    icon: <PencilLine />,
    onSelect: () => acts.edit(stage),
  }
  const moves = [
    {
      id: 'move',
      label: t('lead.stage.move'),
      icon: <UnfoldVertical />,
      onSelect: () => acts.move(stage),
    },
    ...(at > 0 && isBehindNow(at - 1)
      ? [
          {
            id: 'up',
            label: t('lead.stage.up'),
            icon: <ArrowUp />,
            onSelect: () => moveTo(stages[at - 1]?.id ?? null),
          },
        ]
      : []),
    ...(at < stages.length - 1
      ? [
          {
            id: 'down',
            label: t('lead.stage.down'),
            icon: <ArrowDown />,
            onSelect: () => moveTo(stages[at + 2]?.id ?? null),
          },
        ]
      : []),
  ]
  const rest = [
    { id: 'add', label: t('lead.stage.addAfter'), icon: <Plus />, onSelect: () => acts.add(stage.id) },
    ...(state === 'now'
      ? [
          {
            id: 'end',
            label: t('lead.end'),
            icon: <CircleStop />,
            onSelect: () => void move('end-agenda'),
          },
        ]
      : []),
    { id: 'remove', label: t('lead.stage.remove'), icon: <Trash2 />, onSelect: () => remove(stage) },
  ]
  return (
    <Menu
      label={t('lead.stage.menu', { name: nameOf(stage, words) })}
      iconOnly
      variant="quiet"
      size="small"
      align="end"
      className={styles.menu}
      sections={[
        { id: 'start', entries: [start, edit] },
        { id: 'move', entries: state === 'to-come' ? moves : [] },
        { id: 'rest', entries: rest },
      ]}
    >
      <MoreHorizontal aria-hidden="true" />
    </Menu>
  )
}

/** Takes a stage out, and offers to put it back where it was. */
function useRemoveStage(): (stage: AgendaStage) => void {
  const words = useWords()
  const { say } = useLead()
  const toast = useToast()
  const agenda = useAgenda()
  return (stage) => {
    const at = agenda.stages.findIndex(({ id }) => id === stage.id)
    const after = agenda.stages[at - 1]?.id ?? null
    const { id, order: _order, ranMs: _ran, revealed: _revealed, ...facts } = stage
    const putBack = () => void say('add-stage', { ...asInput(facts), after })
    void say('remove-stage', { stage: id }).then((answer) => {
      if (answer === null) return
      toast({
        message: words.t('lead.stage.removed', { name: nameOf(stage, words) }),
        action: { label: words.t('lead.undo'), onAction: putBack },
      })
    })
  }
}

/** The server works out itself which instant a wall clock means. */
function asInput({ until, ...facts }: Omit<AgendaStage, 'id' | 'order'>) {
  return until ? { ...facts, until: { local: until.local, zone: until.zone } } : facts
}
