import { IconButton } from '@vispera/ui'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { shortWords } from '../actions/action-context.ts'
import { useNote } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import type { OutlineSection } from './sections/section.ts'

const openMenu = later(() => import('./open-note-menu.tsx').then(({ OpenNoteMenu }) => OpenNoteMenu))

interface NoteMenuProps {
  readonly noteId: string
  /** Where it stands now, if it can go up and down there. Asked only when the menu opens. */
  readonly sectionOf?: ((noteId: string) => OutlineSection | undefined) | undefined
  readonly className?: string | undefined
}
export type Point = { readonly x: number; readonly y: number }

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
        <Part
          of={openMenu}
          with={{ noteId, section: sectionOf?.(noteId), label, openAt, onClose: () => setOpenAt(null) }}
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
