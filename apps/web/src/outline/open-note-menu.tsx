import { type MenuEntry, MenuItems, type MenuSection } from '@vispera/ui'
import { ArrowDown, ArrowUp, ListChecks } from 'lucide-react'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { noteMenu } from '../actions/use-note-menu.tsx'
import type { Point } from './note-menu.tsx'
import { orderedAmong, shifted } from './order.ts'
import type { OutlineSection } from './sections/section.ts'

/** The open menu of one note in the outline. */
export function OpenNoteMenu({
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
