import { usePrompts } from '../board-ui/use-derived.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'

const notePrompts = later(() => import('./note-prompts.tsx').then(({ NotePrompts }) => NotePrompts))

/** The open questions that can be answered at this note; most notes have none. */
export function PromptsOfNote({ noteId, className }: { noteId: string; className?: string | undefined }) {
  const prompts = usePrompts().filter(({ moves, notes }) => moves !== undefined && notes[0] === noteId)
  return prompts.length > 0 && <Part of={notePrompts} with={{ prompts, className }} />
}
