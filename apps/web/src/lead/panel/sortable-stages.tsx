import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { Agenda, AgendaStage } from '@vispera/board'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { nameOf } from '../stage-words.ts'
import { useLead } from '../use-lead.ts'

const byHand = { activationConstraint: { distance: 4 } }
const byKeys = { coordinateGetter: sortableKeyboardCoordinates }

interface SortableStagesProps {
  /** Those that can be moved, in order. */
  readonly ids: string[]
  readonly stages: readonly AgendaStage[]
  readonly onMove: (stage: string, before: string | null) => void
  readonly children: ReactNode
}

interface ShownOrder {
  readonly stages: readonly AgendaStage[]
  readonly move: SortableStagesProps['onMove']
}

const ShownOrderContext = createContext<ShownOrder>({ stages: [], move: () => {} })
/** The stages in the order that is on the screen, which a menu's "one earlier" means, and moving one in it. */
export const useShownOrder = (): ShownOrder => use(ShownOrderContext)

/** Dragging stages up and down by their grips, by hand or by keyboard. */
export function SortableStages({ ids, stages, onMove, children }: SortableStagesProps) {
  const sensors = useSensors(useSensor(PointerSensor, byHand), useSensor(KeyboardSensor, byKeys))
  function onDragEnd({ active, over }: DragEndEvent) {
    if (!over || over.id === active.id) return
    const from = ids.indexOf(String(active.id))
    const to = ids.indexOf(String(over.id))
    if (from < 0 || to < 0) return
    const rest = ids.filter((id) => id !== active.id)
    const follower = rest[to]
    // At the end of what can be moved it stands before whatever follows there.
    const after = stages.slice(stages.findIndex(({ id }) => id === ids.at(-1)) + 1)[0]
    onMove(String(active.id), follower ?? after?.id ?? null)
  }
  return (
    <ShownOrderContext value={{ stages, move: onMove }}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={useAnnouncements(stages)}
        onDragEnd={onDragEnd}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          {children}
        </SortableContext>
      </DndContext>
    </ShownOrderContext>
  )
}

function useAnnouncements(stages: readonly AgendaStage[]) {
  const words = useWords()
  return useMemo(() => {
    const { t } = words
    const name = (id: string | number) => {
      const stage = stages.find((one) => one.id === id)
      return stage ? nameOf(stage, words) : ''
    }
    type Active = { active: { id: string | number }; over: { id: string | number } | null }
    return {
      announcements: {
        onDragStart: ({ active }: Pick<Active, 'active'>) => t('lead.drag.lifted', { name: name(active.id) }),
        onDragOver: ({ over }: Active) => (over ? t('lead.drag.over', { name: name(over.id) }) : undefined),
        onDragEnd: ({ active, over }: Active) =>
          over ? t('lead.drag.moved', { name: name(active.id) }) : t('lead.drag.cancelled'),
        onDragCancel: () => t('lead.drag.cancelled'),
      },
      screenReaderInstructions: { draggable: t('lead.drag.how') },
    }
  }, [stages, words])
}

/** The order as it is shown: a stage stays where it was let go until the server has said the same. */
export function useOrder(agenda: Agenda): [readonly AgendaStage[], SortableStagesProps['onMove']] {
  const { say } = useLead()
  const [moved, setMoved] = useState<{ stage: string; before: string | null } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new agenda is what was waited for
  useEffect(() => setMoved(null), [agenda.stages])
  const stages = useMemo(() => {
    const lifted = agenda.stages.find(({ id }) => id === moved?.stage)
    if (!moved || !lifted) return agenda.stages
    const rest = agenda.stages.filter((stage) => stage !== lifted)
    const at = rest.findIndex(({ id }) => id === moved.before)
    return at < 0 ? [...rest, lifted] : rest.toSpliced(at, 0, lifted)
  }, [agenda.stages, moved])
  const move = (stage: string, before: string | null) => {
    setMoved({ stage, before })
    void say('move-stage', { stage, before }).then((answer) => answer === null && setMoved(null))
  }
  return [stages, move]
}
