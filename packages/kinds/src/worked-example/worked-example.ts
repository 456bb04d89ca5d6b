import {
  addCrossLink,
  addLinks,
  addNotes,
  type BoardDoc,
  type CrossLinkFields,
  type NewNote,
  writeSettingText,
} from '@vispera/board'
import { textFieldsOf } from '../edge/field-values.ts'
import { createBoardContent, isFixedNote, writeFixedNote } from '../edge/fixed-notes.ts'
import type { Kind, Locale } from '../kind.ts'
import { kindById } from '../kinds.ts'
import { exampleBackcast } from './backcast.ts'
import { type ExampleBoard, wordsOf } from './example-board.ts'
import { exampleGrid } from './grid.ts'
import { exampleNextSteps } from './next.ts'
import { exampleVision } from './vision.ts'

/** A whole invented workshop, so that people can look around before they start one. */
export interface WorkedExample {
  readonly title: string
  readonly boards: readonly ExampleBoard[]
  /** Links across these boards, by the boards' ids in the example. */
  readonly threads: readonly CrossLinkFields[]
}

/**
 * The worked example of the method: the traders' market. Its point: an ambitious public plan stops at a
 * missing safety step. Ids are the same in every language.
 */
export function workedExample(locale: Locale = 'en'): WorkedExample {
  const words = wordsOf[locale]
  const boards = [exampleVision, exampleBackcast, exampleGrid, exampleNextSteps].map((make) =>
    make(words, locale),
  )
  return {
    title: words.title,
    boards,
    threads: threadEnds.map(([kind, from, to]) => threadOf(boards, kind, from, to)),
  }
}

type End = readonly [board: string, note: string]

const threadEnds: readonly (readonly [string, End, End])[] = [
  ['becomes', ['vision', 'v1'], ['backcast', 'victory']],
  ['becomes', ['vision', 'v2'], ['backcast', 'victory']],
  ...[
    ['s5', 't1'],
    ['s4', 't2'],
    ['s7', 't2'],
    ['s1', 't3'],
    ['s1', 't4'],
    ['s2', 't4'],
    ['s3', 't5'],
    ['s1', 't6'],
    ['s3', 't6'],
  ].map(([step = '', tactic = '']) => ['calls-for', ['backcast', step], ['grid', tactic]] as const),
  ['came-from', ['next', 'n1'], ['backcast', 'decision1']],
  ['came-from', ['next', 'n3'], ['grid', 't2']],
]

function threadOf(boards: readonly ExampleBoard[], kind: string, from: End, to: End): CrossLinkFields {
  const noteAt = ([board, id]: End) =>
    boards.find((one) => one.id === board)?.notes.find((note) => note.id === id)
  const known = (end: End) => {
    const note = noteAt(end)
    // The last known words of a sensitive note would outlive it on other boards.
    return note && note.sensitivity !== 'sensitive' ? note.text : undefined
  }
  const [fromText, toText] = [known(from), known(to)]
  return {
    kind,
    from: { board: from[0], note: from[1] },
    to: { board: to[0], note: to[1] },
    lastKnown: {
      ...(fromText !== undefined && { from: fromText }),
      ...(toText !== undefined && { to: toText }),
    },
  }
}

/** Writes one board of the example into a new board document. */
export function writeExampleBoard(doc: BoardDoc, board: ExampleBoard, origin?: unknown): void {
  const kind = kindById(board.kind)
  if (!kind) throw new Error(`the example has a board of unknown kind ${board.kind}`)
  doc.transact(() => {
    createBoardContent(doc, kind, origin)
    for (const note of board.notes) {
      if (isFixedNote(kind, note.id)) writeFixedNote(doc, withTextFields(kind, note), origin)
    }
    const others = board.notes.filter((note) => !isFixedNote(kind, note.id))
    addNotes(
      doc,
      others.map((note) => withTextFields(kind, note)),
      origin,
    )
    addLinks(doc, board.links, origin)
    for (const [key, text] of Object.entries(board.settings)) writeSettingText(doc, key, text, origin)
  }, origin)
}

/** Writes the example's links across boards; `boardIds` says which board became which. */
export function writeExampleThreads(
  doc: BoardDoc,
  example: WorkedExample,
  boardIds: Readonly<Record<string, string>> = {},
  origin?: unknown,
): void {
  const idOf = (board: string) => boardIds[board] ?? board
  doc.transact(() => {
    for (const { from, to, ...link } of example.threads) {
      const ends = { from: { ...from, board: idOf(from.board) }, to: { ...to, board: idOf(to.board) } }
      addCrossLink(doc, { ...link, ...ends }, origin)
    }
  }, origin)
}

const withTextFields = <T extends NewNote>(kind: Kind, note: T): T => ({
  ...note,
  textFields: textFieldsOf(kind.noteKinds.find((noteKind) => noteKind.id === note.kind)?.fields ?? []),
})
