import { Menu, type MenuEntry, type MenuSection } from '@vispera/ui'
import { ArrowDown, ArrowUp, Ellipsis, ListChecks } from 'lucide-react'
import { shortWords } from '../actions/action-context.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { noteMenu } from '../actions/use-note-menu.tsx'
import { useNote } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { orderedAmong, shifted } from './order.ts'
import type { OutlineSection } from './sections/section.ts'

interface NoteMenuProps {
  readonly noteId: string
  /** Where it stands, if it can go up and down there. */
  readonly section?: OutlineSection
  readonly className?: string | undefined
}

/** Everything that can be done with a note, behind three dots. */
export function NoteMenu({ noteId, section, className }: NoteMenuProps) {
  const { t } = useWords()
  const context = useActionContext()
  const actions = useActions()
  const note = useNote(noteId)
  if (!note) return null
  const sections = [...noteMenu(context, actions, [noteId])]
  const here = actions.canWrite() ? hereEntries(context, actions, noteId, section) : []
  const [first, ...others] = sections
  const all: readonly MenuSection[] = first ? [first, { id: 'here', entries: here }, ...others] : []
  if (all.length === 0) return null
  return (
    <span data-note-menu="" className={className}>
      <Menu
        iconOnly
        variant="quiet"
        align="end"
        label={t('outline.note.menu', { words: shortWords(note, t, 40) })}
        sections={all.filter((one) => one.entries.length > 0)}
      >
        <Ellipsis aria-hidden="true" />
      </Menu>
    </span>
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
