import { fuzzyDateSchema, isCommonKey } from '@vispera/board'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insideOutsideGrid } from '../inside-outside-grid/kind.ts'
import { kinds } from '../kinds.ts'
import { victoryBackcast } from '../victory-backcast/kind.ts'
import { visionBoard } from '../vision-board/kind.ts'
import { parseNewNote } from './parse-new-note.ts'

const aVisionNote = (more: object = {}) => ({ kind: 'vision-element', text: 'A roof we own', ...more })

test('a note of a known kind with words is taken as it is', () => {
  expect(
    parseNewNote(visionBoard, aVisionNote({ sense: 'see', place: { x: 10, y: -4 }, lang: 'en' })),
  ).toEqual({
    ok: true,
    isFixed: false,
    note: {
      kind: 'vision-element',
      text: 'A roof we own',
      lang: 'en',
      fields: { sense: 'see' },
      textFields: ['whoFeelsItFirst'],
      place: { x: 10, y: -4 },
    },
  })
})

test.each([
  ['a list', [], 'not-an-object', ''],
  ['no kind', { text: 'x' }, 'unknown-kind', 'kind'],
  ['a kind of another board', { kind: 'tactic', text: 'x' }, 'unknown-kind', 'kind'],
  ['only spaces', aVisionNote({ text: ' \n ' }), 'text-missing', 'text'],
  ['601 characters', aVisionNote({ text: 'a'.repeat(601) }), 'text-too-long', 'text'],
  ['a field nobody knows', aVisionNote({ colour: 'red' }), 'unknown-field', 'colour'],
  ['an option that does not exist', aVisionNote({ sense: 'smell' }), 'bad-value', 'sense'],
  [
    'a field that is too long',
    aVisionNote({ whoFeelsItFirst: 'a'.repeat(2001) }),
    'bad-value',
    'whoFeelsItFirst',
  ],
  ['a zone of another board', aVisionNote({ place: { zone: 'tray' } }), 'bad-place', 'place'],
  ['a zone that holds no notes', aVisionNote({ place: { zone: 'horizon' } }), 'bad-place', 'place'],
  ['a cell on a canvas', aVisionNote({ place: { row: 'inside', col: 'invited' } }), 'bad-place', 'place'],
  ['half a place', aVisionNote({ place: { x: 3 } }), 'bad-place', 'place'],
  ['an id with spaces', aVisionNote({ id: 'a b' }), 'bad-id', 'id'],
  [
    'a picture from elsewhere',
    aVisionNote({ media: { kind: 'image', alt: '', width: 9, height: 9, mediaId: 'https://x' } }),
    'bad-value',
    'media',
  ],
  ['only spaces and an empty picture', aVisionNote({ text: ' ', media: null }), 'text-missing', 'text'],
  ['an author that was not asked for', aVisionNote({ authorMode: 'alias' }), 'bad-value', 'authorMode'],
])('a note with %s is refused, and the answer says where', (_name, input, reason, path) => {
  expect(parseNewNote(visionBoard, input)).toEqual({ ok: false, reason, path })
})

test('a drawing needs no words, a card that its board has from the start takes none', () => {
  const media = { kind: 'drawing', alt: '', width: 40, height: 30, strokes: 'AAAA' }
  expect(parseNewNote(visionBoard, aVisionNote({ text: '', media }))).toMatchObject({
    ok: true,
    note: { text: '', media },
  })
  expect(parseNewNote(victoryBackcast, { kind: 'victory', text: 'Won', media })).toEqual({
    ok: false,
    reason: 'bad-value',
    path: 'media',
  })
})

test('600 characters are taken', () => {
  expect(parseNewNote(visionBoard, aVisionNote({ text: 'a'.repeat(600) })).ok).toBe(true)
})

test('dates are read from words, and lists become one text with a line each', () => {
  const parsed = parseNewNote(victoryBackcast, {
    kind: 'victory',
    text: 'Won',
    horizon: '2027',
    signs: ['a', 'b\nc'],
  })
  expect(parsed).toMatchObject({
    ok: true,
    isFixed: true,
    note: {
      id: 'victory',
      place: { zone: 'victory' },
      fields: { horizon: { kind: 'year', label: '2027', earliest: '2027-01-01' }, signs: 'a\nb c' },
    },
  })
})

test('a fixed note cannot be doubled, moved, or taken over by another kind', () => {
  const victory = { kind: 'victory', text: 'Won' }
  expect(parseNewNote(victoryBackcast, { ...victory, id: 'second' })).toMatchObject({ reason: 'bad-id' })
  expect(parseNewNote(victoryBackcast, { ...victory, place: { zone: 'tray' } })).toMatchObject({
    reason: 'bad-place',
  })
  expect(parseNewNote(victoryBackcast, { kind: 'step', text: 'x', id: 'victory' })).toMatchObject({
    reason: 'bad-id',
  })
  expect(parseNewNote(victoryBackcast, { ...victory, id: 'instant-before' })).toMatchObject({
    reason: 'bad-id',
  })
})

test('a tactic goes to a cell, never to the grid as such', () => {
  const tactic = { kind: 'tactic', text: 'x' }
  expect(parseNewNote(insideOutsideGrid, { ...tactic, place: { row: 'inside', col: 'invited' } }).ok).toBe(
    true,
  )
  expect(parseNewNote(insideOutsideGrid, { ...tactic, place: { row: 'inside', col: 'closed' } }).ok).toBe(
    false,
  )
  expect(parseNewNote(insideOutsideGrid, { ...tactic, place: { zone: 'grid' } }).ok).toBe(false)
})

test('nothing that anybody sends makes it throw', () => {
  const almost = fc.record(
    {
      kind: fc.oneof(fc.constantFrom('vision-element', 'victory', 'tactic', '__proto__'), fc.anything()),
      text: fc.oneof(fc.string(), fc.anything()),
      id: fc.anything(),
      place: fc.oneof(fc.record({ zone: fc.anything() }), fc.anything()),
      horizon: fc.oneof(fc.record({ kind: fc.anything(), label: fc.anything() }), fc.anything()),
      cluster: fc.anything(),
      constructor: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(almost, fc.anything()), (kind, input) => {
      const parsed = parseNewNote(kind, input)
      if (parsed.ok) expect(parsed.note.text.trim() !== '' || parsed.note.media !== undefined).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('no field of any kind is named like a common value of all notes', () => {
  for (const kind of kinds) {
    for (const noteKind of kind.noteKinds) {
      expect(noteKind.fields.filter((field) => isCommonKey(field.id) || field.id === 'id')).toEqual([])
    }
  }
})

test('words that are no date keep their words', () => {
  const parsed = parseNewNote(victoryBackcast, { kind: 'step', text: 'x', when: 'after the rains' })
  const when = parsed.ok ? parsed.note.fields?.when : undefined
  expect(fuzzyDateSchema.parse(when)).toEqual({ kind: 'event', label: 'after the rains' })
})
