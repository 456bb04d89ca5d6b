import { IconButton, type MenuEntry, MenuItems, type MenuSection } from '@vispera/ui'
import { ArrowDown, ArrowUp, Ellipsis, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { shortWords } from '../actions/action-context.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { noteMenu } from '../actions/use-note-menu.tsx'
import { useNote } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { orderedAmong, shifted } from './order.ts'
import type { OutlineSection } from './sections/section.ts'

interface NoteMenuProps {
  readonly noteId: string
  /** Where it stands now, if it can go up and down there. Asked only when the menu opens. */
  readonly sectionOf?: ((noteId: string) => OutlineSection | undefined) | undefined
  readonly className?: string | undefined
}
type Point = { readonly x: number; readonly y: number }

/** Everything that can be done with a note, behind three dots. What is in it is worked out when it opens. */
export function NoteMenu({ noteId, sectionOf, className }: NoteMenuProps) {
  const { t } = useWords()
  const note = useNote(noteId)
  const [openAt, setOpenAt] = useState<Point | null>(null)
  if (!note) return null
  const label = t('outline.note.menu', { words: shortWords(note, t, 40) })
  return (
    <span data-note-menu="" className={className}>
      <IconButton
        label={label}
        aria-haspopup="menu"
        aria-expanded={openAt !== null}
        onClick={(event) => setOpenAt(openAt ? null : under(event.currentTarget))}
      >
        <Ellipsis aria-hidden="true" />
      </IconButton>
      {openAt && (
        <OpenNoteMenu
          noteId={noteId}
          section={sectionOf?.(noteId)}
          label={label}
          openAt={openAt}
          onClose={() => setOpenAt(null)}
        />
      )}
    </span>
  )
}

/** Where the button ends, on the reader's side of it. */
function under(button: HTMLElement): Point {
  const { left, right, bottom } = button.getBoundingClientRect()
  return { x: getComputedStyle(button).direction === 'rtl' ? right : left, y: bottom }
}

function OpenNoteMenu({
  noteId,
  section,
  label,
  openAt,
  onClose,
}: {
  noteId: string
  section: OutlineSection | undefined
  label: string
  openAt: Point
  onClose: () => void
}) {
  const context = useActionContext()
  const actions = useActions()
  const [first, ...others] = noteMenu(context, actions, [noteId])
  const here = actions.canWrite() ? hereEntries(context, actions, noteId, section) : []
  const all: readonly MenuSection[] = first ? [first, { id: 'here', entries: here }, ...others] : []
  return (
    <MenuItems
      label={label}
      openAt={openAt}
      onClose={onClose}
      sections={all.filter((one) => one.entries.length > 0)}
    />
  )
}

/** What only makes sense in a list: up, down, choosing several. */
function hereEntries(
  { kind, open, ui, t }: ReturnType<typeof useActionContext>,
  actions: ReturnType<typeof useActions>,
  id: string,
  section: OutlineSection | undefined,
): MenuEntry[] {
  const among = section ? orderedAmong(kind, open.store.note, section, id) : []
  const move = (by: -1 | 1, entry: Omit<MenuEntry, 'onSelect'>): MenuEntry[] => {
    const index = shifted(among, id, by)
    return index === null ? [] : [{ ...entry, onSelect: () => actions.reorder(id, among, index) }]
  }
  return [
    ...move(-1, { id: 'up', label: t('outline.menu.up'), icon: <ArrowUp />, hint: 'Alt ↑' }),
    ...move(1, { id: 'down', label: t('outline.menu.down'), icon: <ArrowDown />, hint: 'Alt ↓' }),
    {
      id: 'select',
      label: t('outline.menu.select'),
      icon: <ListChecks />,
      onSelect: () => ui.select([id], { toggle: true }),
    },
  ]
}
