import { choice, longText, text, whole } from '../common/fields.ts'
import type { NoteKind } from '../kind.ts'

export const visionElement: NoteKind = {
  id: 'vision-element',
  color: 'sun',
  colorBy: { field: 'sense', colors: { see: 'sun', hear: 'sky', feel: 'rose', do: 'leaf', other: 'chalk' } },
  fields: [
    choice('sense', ['see', 'hear', 'feel', 'do', 'other'], { card: 'badge' }),
    choice('scale', ['me-home', 'community', 'organisation', 'institutions', 'world']),
    text('whoFeelsItFirst', { card: 'foot' }),
  ],
}

export const ended: NoteKind = { id: 'ended', color: 'stone', fields: [] }

/** `where` is a general place, never an address. */
export const seedToday: NoteKind = {
  id: 'seed-today',
  color: 'leaf',
  fields: [text('where', { card: 'foot' })],
}

export const value: NoteKind = { id: 'value', color: 'sky', fields: [longText('because')] }

/** The shared picture in two to five sentences. */
export const visionStatement: NoteKind = {
  id: 'vision-statement',
  color: 'chalk',
  fields: [choice('openFor', ['editing', 'testing', 'settled'], { card: 'foot' }), whole('version', 1, 999)],
}
