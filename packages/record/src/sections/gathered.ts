import { linesOf } from '@vispera/board'
import type { Block, Line } from '../document/blocks.ts'
import type { BoardNote, BoardView, RecordContext } from '../document/context.ts'
import { tallyEntries, tallyName } from '../document/field-lines.ts'
import { noteList, paragraph, section } from '../document/make-blocks.ts'
import { boardTitle } from '../document/naming.ts'
import { printNote } from '../document/note-item.ts'
import { noteTable } from '../document/note-table.ts'
import { fieldValuesOf } from '../document/visibility.ts'
import { ledDecisions } from '../led/decisions.ts'
import { cleanText, ownRun } from '../words/runs.ts'
import { pulledNotes, sharedKinds } from './pulled.ts'

/** What was decided: as it was written down for the group, then the decisions on boards. */
export function writeDecided(context: RecordContext): Block[] {
  const decisions = pulledNotes(context, sharedKinds.decision).map((one) => writeDecision(context, one))
  const title = context.words.run(context.words.text('record.decided.title'))
  return section(title, [...ledDecisions(context), ...decisions])
}

/** Answers below this many are not counted out loud. */
const fewestCounted = 5

function writeDecision(context: RecordContext, { view, note }: BoardNote): Block {
  const { words } = context
  const { shown } = fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive)
  const tally = shown.find(({ field }) => field.type.type === 'tally')
  const reservations = shown.find(({ field }) => field.type.type === 'lines')
  const entries = tallyEntries(tally?.value)
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  const levels = entries.map(([option, count]) => ({
    label: tallyName(context, note.kind, tally?.field.id ?? '', option),
    count,
    figure: words.number(count),
  }))
  const few =
    total > 0 && total < fewestCounted
      ? [
          {
            label: words.label(`field.${note.kind}.${tally?.field.id}`, tally?.field.id ?? ''),
            values: [
              words.line('record.level.fewAnswers', {
                levels: words.list(
                  levels
                    .filter(({ count }) => count > 0)
                    .sort((a, b) => b.count - a.count)
                    .map(({ label }) => label),
                  'unit',
                ),
              }),
            ],
          },
        ]
      : []
  const without = new Set([tally, reservations].flatMap((entry) => entry?.field.id ?? []))
  const item = printNote(context, view, note, { without, facts: few })
  return {
    kind: 'decision',
    item: { ...item, words: words.line('record.quote', { words: item.words }) },
    agreement: total >= fewestCounted ? levels : [],
    reservations: reservations
      ? {
          label: words.label(`field.${note.kind}.${reservations.field.id}`, reservations.field.id),
          lines: reservationLines(reservations.value).map(
            (line): Line => [ownRun(line, undefined, words.dir)],
          ),
        }
      : null,
  }
}

const reservationLines = (value: unknown): string[] =>
  (Array.isArray(value) ? value.flatMap((line) => linesOf(line)) : linesOf(value)).filter(
    (line) => cleanText(line) !== '',
  )

/** Commitments of all boards, by role. */
export function writePromised(context: RecordContext): Block[] {
  const { words } = context
  const notes = pulledNotes(context, sharedKinds.commitment)
  const holder = context.views.find((view) => view.noteKind(sharedKinds.commitment))
  if (!holder) return []
  const columns = holder.noteKind(sharedKinds.commitment)?.fields.map((field) => field.id) ?? []
  const table = noteTable(context, notes, sharedKinds.commitment, columns)
  const hasHome = context.views.some(
    (view) => view.kind?.noteKinds[0]?.id === sharedKinds.commitment && view.notes.size > 0,
  )
  if (table.length === 0 && !hasHome) return []
  const none = paragraph(words.line('record.promised.none'), 'quiet')
  return section(words.run(words.text('record.promised.title')), table.length > 0 ? table : [none])
}

/** Questions of all boards, board by board. */
export function writeQuestions(context: RecordContext): Block[] {
  const notes = pulledNotes(context, sharedKinds.question)
  const views = [...new Set(notes.map(({ view }) => view))]
  const lists = views.flatMap((view) => listOf(context, view, notes))
  return section(context.words.run(context.words.text('record.questions.title')), lists)
}

function listOf(context: RecordContext, view: BoardView, notes: readonly BoardNote[]): Block[] {
  const mine = notes.filter((one) => one.view === view).map(({ note }) => note)
  const list = noteList(context, view, mine)
  return section([boardTitle(context, view)], list)
}
