import type { Line, RecordDocument } from '../document/blocks.ts'
import { type BoardNote, countStandings, type RecordContext } from '../document/context.ts'
import { joinLines } from '../document/naming.ts'
import { printNote } from '../document/note-item.ts'
import { itemLines } from '../document/note-table.ts'
import { fieldValuesOf } from '../document/visibility.ts'
import { plainText } from '../words/runs.ts'
import { notesInZones, sharingZones } from './pulled.ts'

/** What the group agreed may leave the room, and what was left out on purpose, as counts. */
export function writeConsent(context: RecordContext): RecordDocument['consent'] {
  const { words } = context
  const may = rules(context, notesInZones(context, sharingZones.may))
  const mustNot = rules(context, notesInZones(context, sharingZones.mustNot))
  const isAgreed = may.length + mustNot.length > 0
  return {
    title: words.text(isAgreed ? 'record.consent.title' : 'record.consent.openTitle'),
    lines: [
      ...ruleLine(context, 'record.consent.may', may),
      ...ruleLine(context, 'record.consent.mustNot', mustNot),
      ...(isAgreed ? [] : [words.line('record.consent.ask')]),
      ...(context.includeSensitive ? [words.line('record.consent.ticked')] : []),
      leftOut(context),
      ...unreadable(context),
    ],
  }
}

/** The rules in people's words, ended once: they may have written whole sentences. */
function ruleLine(context: RecordContext, id: string, rules: readonly Line[]): Line[] {
  if (rules.length === 0) return []
  const line = context.words.line(id, { rules: joinLines(context, rules) })
  const isEnded = /\p{Sentence_Terminal}["”»’)]*$/u.test(plainText(line))
  return [isEnded ? line : [...line, context.words.run('.')]]
}

function rules(context: RecordContext, notes: readonly BoardNote[]): Line[] {
  return notes
    .filter(({ note }) => !context.ledger.isPrinted(note))
    .map(({ view, note }) => {
      const lines = itemLines(context, printNote(context, view, note))
      return lines.flatMap((line, index) => (index === 0 ? line : [context.words.run(' · '), ...line]))
    })
}

function leftOut(context: RecordContext): Line {
  const { words } = context
  const standings = countStandings(context)
  const counts: [string, number][] = [
    ['sensitive', standings.sensitive],
    ['details', countSensitiveDetails(context)],
    ['doNotRecord', standings['do-not-record']],
    ['hidden', standings.hidden],
    ['unrevealed', standings.unrevealed],
    ['archived', standings.archived],
  ]
  const said = counts.flatMap(([what, count]) =>
    count > 0 ? [words.text(`record.out.${what}`, { count })] : [],
  )
  if (said.length === 0) return words.line('record.consent.nothingOut')
  return words.line('record.consent.out', { what: words.list([...said, words.text('record.out.authors')]) })
}

function countSensitiveDetails(context: RecordContext): number {
  let count = 0
  for (const view of context.views) {
    for (const note of view.notes.values()) {
      count += fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive).sensitive
    }
  }
  return count
}

/** Records that did not parse, and values that this release cannot read. */
function unreadable(context: RecordContext): Line[] {
  const onBoards = context.workshop.boards.reduce((sum, board) => sum + board.leftOut, 0)
  // The workshop's own count has those of its boards in it, where whoever read it added them up.
  let count = Math.max(context.workshop.leftOut, onBoards)
  for (const view of context.views) {
    for (const note of view.notes.values()) {
      count += fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive).unreadable
    }
  }
  return count === 0 ? [] : [context.words.line('record.consent.unreadable', { count })]
}
