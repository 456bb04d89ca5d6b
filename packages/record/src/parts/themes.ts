import type { Block } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { noteFacts } from '../document/field-lines.ts'
import { noteList, section } from '../document/make-blocks.ts'
import { partName } from '../document/naming.ts'
import { printNote, wordsOf } from '../document/note-item.ts'
import { notesById, notesInZone } from '../document/note-lists.ts'

/** The main ground: each theme with every note under it, then the notes that are in none. */
export function writeThemes(context: RecordContext, view: BoardView): Block[] {
  const main = view.kind?.zones.find((zone) => zone.holds === 'main')
  const themes = (view.derived.themes ?? []).flatMap((theme) => writeTheme(context, view, theme))
  const kinds = main ? new Set(main.noteKinds.slice(0, 1)) : new Set<string>()
  const loose = main ? notesInZone(view, main.id).filter((note) => kinds.has(note.kind)) : []
  const rest = noteList(context, view, loose)
  const last =
    themes.length > 0 ? section(context.words.run(context.words.text('record.noTheme')), rest) : rest
  const title = main ? partName(context, view, 'zone', main.id) : context.words.run(view.board.kind)
  return section(title, [...themes, ...last])
}

function writeTheme(
  context: RecordContext,
  view: BoardView,
  { id, members }: { id: string; members: readonly string[] },
): Block[] {
  const theme = view.notes.get(id)
  if (!theme || context.ledger.isPrinted(theme)) return []
  const facts = noteFacts(context, view, theme)
  const item = printNote(context, view, theme)
  const said: Block[] =
    item.picture || item.translations.length + item.sameAs.length + item.remarks.length > 0
      ? [{ kind: 'notes', items: [item] }]
      : facts.length > 0
        ? [{ kind: 'facts', facts }]
        : []
  const list = noteList(context, view, notesById(view, members))
  return [{ kind: 'section', title: wordsOf(context, theme), blocks: [...said, ...list] }]
}
