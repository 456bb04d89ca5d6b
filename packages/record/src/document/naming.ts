import { isCellPlace, type Note } from '@vispera/board'
import { ownRun, shortened } from '../words/runs.ts'
import type { Line, Run } from './blocks.ts'
import type { BoardView, RecordContext } from './context.ts'

/** The words of things, by the kind's catalogue; what the group renamed wins. */

type Part = 'row' | 'column' | 'lane' | 'zone'

/** The name of a row, column, lane or zone: the group's own, else the kind's. */
export function partName({ words }: RecordContext, view: BoardView, part: Part, id: string): Run {
  const renamed = view.board.settings[`label.${part}.${id}`]
  if (typeof renamed === 'string' && renamed.trim() !== '') return ownRun(renamed, undefined, words.dir)
  return words.run(words.label(`${view.board.kind}.${part}.${id}.label`, id))
}

/** "Step"; the bare id for a kind of note that nobody knows any more. */
export const noteKindName = ({ words }: RecordContext, id: string): string =>
  words.label(`noteKind.${id}`, id)

/** "Steps". */
export const noteKindsName = (context: RecordContext, id: string): string =>
  context.words.label(`noteKind.${id}.plural`, noteKindName(context, id))

/** A name inside a sentence, where scripts with capitals start it small. */
export const inSentence = ({ words }: RecordContext, name: string): string =>
  name.charAt(0).toLocaleLowerCase(words.locale) + name.slice(1)

export const kindName = ({ words }: RecordContext, view: BoardView): string =>
  words.label(`${view.board.kind}.name`, view.board.kind)

export const boardTitle = (context: RecordContext, view: BoardView): Run =>
  ownRun(view.board.title, undefined, context.words.dir)

/** A note's words inside a sentence: on one line, cut where very long, in quotes. */
export function quoted(context: RecordContext, note: Note): Line {
  const { words } = context
  const text = shortened(note.text) || shortened(note.media?.alt ?? '')
  if (text === '')
    return [words.run(words.text('record.noWords', { kind: noteKindName(context, note.kind) }))]
  return words.line('record.quote', { words: ownRun(text, note.lang, words.dir) })
}

/** A list of lines with the reader's own commas between them. */
export function joinLines(
  { words }: RecordContext,
  lines: readonly Line[],
  type: 'conjunction' | 'unit' = 'conjunction',
): Line {
  const slots = lines.map((_, index) => `\uE000${index}\uE001`)
  return words
    .list(slots, type)
    .split(/(\uE000\d+\uE001)/)
    .flatMap((piece): Line => {
      const slot = /^\uE000(\d+)\uE001$/.exec(piece)
      if (slot) return lines[Number(slot[1])] ?? []
      return piece === '' ? [] : [words.run(piece)]
    })
}

export const rowOf = (note: Note): string | undefined =>
  isCellPlace(note.place) ? note.place.row : undefined
