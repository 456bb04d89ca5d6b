import type { Block } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { noteList, paragraph, section, sentences } from '../document/make-blocks.ts'
import { boardTitle, kindName } from '../document/naming.ts'
import { unprinted } from '../document/note-lists.ts'
import { linkSentences } from '../parts/sentences.ts'
import { writePart } from '../parts/write-part.ts'

/** Every board in its order: what it is for, its parts, then whatever no part has printed. */
export const writeBoards = (context: RecordContext): Block[] =>
  context.views.map((view) => writeBoard(context, view))

function writeBoard(context: RecordContext, view: BoardView): Block {
  const parts = (view.kind?.record ?? []).flatMap((part) => writePart(context, view, part))
  const rest = [...alsoHere(context, view), ...alsoLinked(context, view)]
  const body = [...parts, ...rest]
  return {
    kind: 'section',
    title: [boardTitle(context, view)],
    blocks: [...aboutBoard(context, view), ...(body.length > 0 ? body : [nothing(context, view)])],
  }
}

function aboutBoard(context: RecordContext, view: BoardView): Block[] {
  const { words } = context
  const { kind, title } = view.board
  if (!view.kind) return [paragraph(words.line('record.board.unknown', { kind }), 'quiet')]
  const name = kindName(context, view)
  return title.trim() === name ? [] : [paragraph(words.line('record.board.method', { kind: name }), 'quiet')]
}

function nothing({ words }: RecordContext, view: BoardView): Block {
  return paragraph(words.line(view.notes.size === 0 ? 'record.board.empty' : 'record.board.above'), 'quiet')
}

/** The promise that nothing is dropped: every note that may leave the room and stands nowhere else. */
function alsoHere(context: RecordContext, view: BoardView): Block[] {
  const notes = unprinted(context, view)
  return section(
    context.words.run(context.words.text('record.alsoHere')),
    noteList(context, view, notes, { withKind: true }),
  )
}

/** The same promise for links. */
function alsoLinked(context: RecordContext, view: BoardView): Block[] {
  const links = view.links.filter((link) => !context.ledger.isLinkPrinted(link.id))
  return section(
    context.words.run(context.words.text('record.alsoLinked')),
    sentences(linkSentences(context, view, links)),
  )
}
