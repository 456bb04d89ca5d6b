import type { Line } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { plainText } from '../words/runs.ts'
import { testOf } from './decisions.ts'
import { optionsInOrder } from './options.ts'
import { figureName, voteTitle } from './votes.ts'

/** A table of what was led, for formats that are tables. */
export interface LedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Decisions and votes as tables, each where there are any. */
export const ledTables = (context: RecordContext): LedTable[] =>
  [decisionTable(context), voteTable(context)].filter(({ rows }) => rows.length > 0)

const text = (line: Line) => plainText(line)

function decisionTable(context: RecordContext): LedTable {
  const { words, workshop } = context
  const name = (what: string) => words.text(`record.decided.${what}`)
  return {
    name: words.text('record.decided.title'),
    columns: [
      words.text('record.csv.words'),
      name('how'),
      name('agreement'),
      name('reservations'),
      name('revisit'),
    ],
    rows: (workshop.decisions ?? []).map((decision) => {
      const vote = testOf(context, decision)
      const levels = vote ? optionsInOrder(context, vote) : []
      const isOrder = vote?.result?.isOrderOnly === true
      return [
        decision.words,
        words.text(`record.method.${decision.method}`),
        levels
          .map((one) => (isOrder ? text(one.name) : `${text(one.name)}: ${words.number(one.count)}`))
          .join('\n'),
        decision.reservations.join('\n'),
        decision.revisitOn ?? '',
      ]
    }),
  }
}

function voteTable(context: RecordContext): LedTable {
  const { words, workshop } = context
  const votes = (workshop.votes ?? []).filter(({ state }) => state !== 'open')
  return {
    name: words.text('record.votes.title'),
    columns: ['question', 'what', 'figure', 'figureOf'].map((what) => words.text(`record.votes.${what}`)),
    rows: votes.flatMap((vote) =>
      optionsInOrder(context, vote).map(({ name, count }) => [
        text(voteTitle(context, vote)),
        text(name),
        words.number(count),
        figureName(context, vote),
      ]),
    ),
  }
}
