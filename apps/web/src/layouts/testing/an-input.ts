import { type Board, readBoard, readThreads } from '@vispera/board'
import {
  type Kind,
  kindById,
  type Locale,
  workedExample,
  writeExampleBoard,
  writeExampleThreads,
} from '@vispera/kinds'
import { Doc } from 'yjs'
import type { Words } from '../../i18n/use-words.ts'
import type { ArrangeInput } from '../layout.ts'
import { createMeasure, plainWidth } from '../shared/measure.ts'

/** Words that say their own id, with the group's own names in front: what a test can read. */
export function someWords(board: Pick<Board, 'settings'>, locale: Locale = 'en'): Words {
  const t: Words['t'] = (id, values) => (values ? `${id} ${JSON.stringify(values)}` : id)
  return {
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    t,
    has: () => true,
    formatTag: 'en',
    label: (id, key) => (typeof board.settings[key] === 'string' ? String(board.settings[key]) : id),
    number: String,
  } as Words
}

/** Everything a layout needs for one board, measured by letters alone. */
export function anInput(board: Board, more: Partial<ArrangeInput> = {}): ArrangeInput {
  const kind = kindById(board.kind) as Kind
  const threads = more.threads ?? []
  const boards = more.boards ?? new Map([[board.id, board]])
  const words = more.words ?? someWords(board)
  return {
    board,
    kind,
    derived: () => kind.derive(board, { threads, boards }),
    arrangement: null,
    dir: words.dir,
    measure: createMeasure(plainWidth),
    words,
    chips: new Map(),
    threads,
    boards,
    prompts: [],
    folded: new Set(),
    isPart: false,
    ...more,
  }
}

/** The boards of the worked example by their ids there, read as a client reads them. */
export function exampleBoards(locale: Locale = 'en') {
  const example = workedExample(locale)
  const threadsDoc = new Doc()
  writeExampleThreads(threadsDoc, example)
  const boards = new Map(
    example.boards.map((one) => {
      const doc = new Doc()
      writeExampleBoard(doc, one)
      return [one.id, readBoard({ id: one.id, kind: one.kind, title: one.title }, doc)] as const
    }),
  )
  return { boards, threads: readThreads(threadsDoc).links }
}

/** One board of the worked example, ready to be arranged. */
export function exampleInput(
  id: 'vision' | 'backcast' | 'grid' | 'next',
  more: Partial<ArrangeInput> = {},
): ArrangeInput {
  const locale = (more.words?.locale ?? 'en') as Locale
  const { boards, threads } = exampleBoards(locale)
  const board = boards.get(id) as Board
  return anInput(board, { boards, threads, ...more })
}
