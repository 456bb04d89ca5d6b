import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { classes } from '@vispera/ui'
import { GripVertical } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { shortWords } from '../actions/action-context.ts'
import type { Actions } from '../actions/actions.ts'
import { newNoteSpots } from '../actions/new-note-spot.ts'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { droppedAt, orderedAmong } from './order.ts'
import styles from './outline-note.module.css'
import type { OutlineSection } from './sections/section.ts'
import type { RowProps, Sorting } from './sorting.tsx'

// The same objects for ever: new ones would draw every line again.
const byHand = { activationConstraint: { distance: 4 } }
const byKeys = { coordinateGetter: sortableKeyboardCoordinates }

/** Dragging notes by their grips, up and down and from heading to heading, by hand or by keyboard. */
function Frame({ sections, children }: { sections: readonly OutlineSection[]; children: ReactNode }) {
  const { open, kind, ui } = useBoardOnScreen()
  const actions = useActions()
  const sensors = useSensors(useSensor(PointerSensor, byHand), useSensor(KeyboardSensor, byKeys))

  function onDragEnd({ active, over }: DragEndEvent) {
    const id = String(active.id)
    const from = sections.find((section) => section.notes.includes(id))
    if (!over || !from || over.id === active.id) return
    const overId = String(over.id)
    const to = overId.startsWith('section ')
      ? sections.find((section) => `section ${section.key}` === overId)
      : sections.find((section) => section.notes.includes(overId))
    if (!to) return
    if (to === from) {
      const among = orderedAmong(kind, open.store.note, from, id)
      const index = droppedAt(among, id, overId)
      if (index !== null) actions.reorder(id, among, index)
      return
    }
    const index = to.notes.indexOf(overId)
    dropInto(actions, to, id, index, to.notes[index], () => newNoteSpots(ui, open.store.notes().values(), 1))
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={notesFirst}
      accessibility={useAnnouncements()}
      onDragEnd={onDragEnd}
    >
      {children}
    </DndContext>
  )
}

/** Under another heading a note goes where that heading says; on open ground it stands wherever there is room. */
function dropInto(
  actions: Actions,
  { drop }: OutlineSection,
  id: string,
  index: number,
  next: string | undefined,
  spots: () => ReturnType<typeof newNoteSpots>,
) {
  switch (drop?.to) {
    case 'list':
      return actions.moveToList([id], drop.list, next)
    case 'theme':
      return actions.putWith(drop.theme, [id], index < 0 ? undefined : index)
    case 'field':
      return actions.setField(id, drop.field, drop.value)
    case 'ground':
      return actions.moveTo([id], spots())
  }
}

/** The note under the hand; where there is none, the heading it is over. */
const notesFirst: CollisionDetection = (args) => {
  const under = pointerWithin(args)
  const notes = under.filter(({ id }) => !String(id).startsWith('section '))
  if (notes.length > 0) return notes
  if (under.length > 0) return under
  // By keyboard there is no pointer: the nearest of all.
  return args.pointerCoordinates ? [] : closestCenter(args)
}

function useAnnouncements() {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  return useMemo(() => {
    const words = (id: string | number) => shortWords(open.store.note(String(id)), t)
    return {
      announcements: {
        onDragStart: ({ active }: { active: { id: string | number } }) =>
          t('outline.drag.lifted', { words: words(active.id) }),
        onDragOver: ({ over }: { over: { id: string | number } | null }) =>
          over && !String(over.id).startsWith('section ')
            ? t('outline.drag.over', { words: words(over.id) })
            : undefined,
        onDragEnd: () => undefined,
        onDragCancel: () => t('outline.drag.cancelled'),
      },
      screenReaderInstructions: { draggable: t('outline.drag.how') },
    }
  }, [open, t])
}

const SectionFrame: Sorting['Section'] = ({ section, className, overClass, children }) => {
  const { setNodeRef, isOver } = useDroppable({ id: `section ${section.key}`, disabled: !section.drop })
  return (
    <div ref={setNodeRef} data-section={section.key} className={classes(className, isOver && overClass)}>
      {children}
    </div>
  )
}

const List: Sorting['List'] = ({ ids, children }) => (
  <SortableContext items={ids} strategy={verticalListSortingStrategy}>
    {children}
  </SortableContext>
)

function Row({ noteId, canMove, className, heldClass, ref, children }: RowProps) {
  const { t } = useWords()
  const sortable = useSortable({ id: noteId, disabled: !canMove })
  const { transform, transition, isDragging } = sortable
  return (
    <li
      ref={(element) => {
        sortable.setNodeRef(element)
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      data-note-id={noteId}
      className={classes(className, isDragging && heldClass)}
      style={{
        transform: transform
          ? `translate3d(${Math.round(transform.x)}px, ${Math.round(transform.y)}px, 0)`
          : undefined,
        transition,
      }}
    >
      {children(
        canMove && (
          <button
            type="button"
            ref={sortable.setActivatorNodeRef}
            className={styles.grip}
            aria-label={t('outline.note.drag')}
            title={t('outline.note.drag')}
            {...sortable.listeners}
          >
            <GripVertical aria-hidden="true" />
          </button>
        ),
      )}
    </li>
  )
}

/** The outline with dragging: by its grip a note goes up and down, and from heading to heading. */
export const withSorting: Sorting = { Frame, Section: SectionFrame, List, Row }
