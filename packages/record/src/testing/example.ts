import { type ParsedWorkshop, readBoard, readThreads } from '@vispera/board'
import { type Locale, workedExample, writeExampleBoard, writeExampleThreads } from '@vispera/kinds'
import * as Y from 'yjs'
import { aWorkshop } from './makers.ts'

/** The worked example of the method, as it comes out of its documents. */
export function theExample(locale: Locale = 'en'): ParsedWorkshop {
  const example = workedExample(locale)
  const threads = new Y.Doc()
  writeExampleThreads(threads, example)
  const boards = example.boards.map((board) => {
    const doc = new Y.Doc()
    writeExampleBoard(doc, board)
    return readBoard({ id: board.id, kind: board.kind, title: board.title }, doc)
  })
  return aWorkshop({
    workshop: { title: example.title, languages: ['en', 'es', 'my'], tookPart: 14, month: '2026-05' },
    boards,
    threads: readThreads(threads).links,
  })
}
