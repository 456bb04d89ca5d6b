import type { Note } from '@vispera/board'
import type { Block, Line, Run } from './blocks.ts'
import type { BoardView, RecordContext } from './context.ts'
import { type ItemOptions, printNote } from './note-item.ts'

/** A section, or nothing when it would be empty. */
export function section(title: Line | Run, blocks: readonly Block[]): Block[] {
  if (blocks.length === 0) return []
  return [{ kind: 'section', title: Array.isArray(title) ? title : [title as Run], blocks }]
}

export const paragraph = (line: Line, tone: 'plain' | 'quiet' = 'plain'): Block => ({
  kind: 'paragraph',
  line,
  tone,
})

export const sentences = (lines: readonly Line[]): Block[] =>
  lines.length === 0 ? [] : [{ kind: 'sentences', lines }]

/** A list of notes that are not printed yet; it says their kinds when there are several. */
export function noteList(
  context: RecordContext,
  view: BoardView,
  notes: readonly Note[],
  options: ItemOptions = {},
): Block[] {
  const fresh = notes.filter((note) => !context.ledger.isPrinted(note))
  if (fresh.length === 0) return []
  const withKind = options.withKind ?? new Set(fresh.map((note) => note.kind)).size > 1
  // A note may be printed with the one it stands behind, so each is asked again.
  const items = fresh.flatMap((note) =>
    context.ledger.isPrinted(note) ? [] : [printNote(context, view, note, { ...options, withKind })],
  )
  return [{ kind: 'notes', items }]
}
