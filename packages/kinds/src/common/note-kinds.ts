import type { NoteKind } from '../kind.ts'
import { choice, date, lines, longText, tally, text } from './fields.ts'

/** Note kinds that several boards share; their words are in the common catalogue. */

/** Names a group of notes; its title is the note's text, its members point at it. */
export const theme: NoteKind = { id: 'theme', color: 'chalk', fields: [longText('summary')] }

export const question: NoteKind = {
  id: 'question',
  color: 'chalk',
  fields: [text('toWhom', { card: 'foot' })],
}

/** Two things both true and pulling apart; what they are between is said by `in-tension` links. */
export const tension: NoteKind = { id: 'tension', color: 'rose', fields: [] }

export const decision: NoteKind = {
  id: 'decision',
  color: 'sky',
  fields: [
    choice('method', ['consent', 'vote-then-talk', 'facilitator-summary', 'other']),
    tally('tally'),
    lines('reservations'),
    date('revisitOn', { card: 'foot' }),
  ],
}

/** What it comes from is said by `came-from` links. */
export const commitment: NoteKind = {
  id: 'commitment',
  color: 'leaf',
  fields: [
    text('whoRole', { card: 'foot' }),
    date('byWhen', { card: 'foot' }),
    longText('needs'),
    choice('status', ['offered', 'doing', 'done', 'let-go'], { card: 'foot' }),
  ],
}

export const celebration: NoteKind = { id: 'celebration', color: 'sun', fields: [] }
