import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settingsOf } from './board-doc.ts'
import { deleteNotes } from './commands/delete-notes.ts'
import { editNotes } from './commands/edit-notes.ts'
import { writeSettingText } from './commands/settings.ts'
import { writeText } from './commands/write-text.ts'
import { openHistory } from './history.ts'
import { aNote, boardOf, noteOf, twoPeople } from './testing/two-people.ts'

const wordsOf = (doc: Y.Doc, id: string, field: string) => noteOf(doc, id)?.fields[field]

test('two people who begin the same empty field at once keep all that both wrote', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  writeText(amina, 'a', 'the roof', 'why')
  writeText(kyaw, 'a', 'the rain', 'why')
  meet()
  expect(wordsOf(amina, 'a', 'why')).toContain('the roof')
  expect(wordsOf(amina, 'a', 'why')).toContain('the rain')
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
})

test('two people who name a row at once keep all that both wrote', () => {
  const { amina, kyaw, meet } = twoPeople()
  writeSettingText(amina, 'horizon', 'in ten years')
  writeSettingText(kyaw, 'horizon', 'when the lease ends')
  meet()
  const said = String(settingsOf(kyaw).get('horizon'))
  expect(said).toContain('in ten years')
  expect(said).toContain('when the lease ends')
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
})

test('words that a script set as a plain value are taken over once, whoever types in them', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a', { fields: { why: 'rain' } })])
  writeText(amina, 'a', 'rain and', 'why')
  writeText(kyaw, 'a', 'the rain', 'why')
  meet()
  expect(wordsOf(amina, 'a', 'why')).toBe('the rain and')
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
})

test('fields beside each other, and the same field of other notes, stay apart', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a'), aNote('b')])
  writeText(amina, 'a', 'one', 'why')
  writeText(kyaw, 'a', 'two', 'how')
  writeText(kyaw, 'b', 'three', 'why')
  meet()
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
  expect([wordsOf(amina, 'a', 'why'), wordsOf(amina, 'a', 'how'), wordsOf(amina, 'b', 'why')]).toEqual([
    'one',
    'two',
    'three',
  ])
})

test('a field that was emptied by one and begun anew by both is one text again', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  writeText(amina, 'a', 'first', 'why')
  meet()
  editNotes(kyaw, ['a'], { fields: { why: null } })
  meet()
  writeText(amina, 'a', 'second', 'why')
  writeText(kyaw, 'a', 'third', 'why')
  meet()
  expect(wordsOf(amina, 'a', 'why')).toContain('second')
  expect(wordsOf(amina, 'a', 'why')).toContain('third')
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
})

test('undoing my first stroke leaves what somebody else wrote in the same new field', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  const history = openHistory()
  history.track(amina)
  history.type((origin) => writeText(amina, 'a', 'mine', 'why', origin))
  writeText(kyaw, 'a', 'yours', 'why')
  meet()
  history.undo()
  meet()
  expect(wordsOf(kyaw, 'a', 'why')).toBe('yours')
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
})

test('the writer of a shared text is nobody: each goes on under their own name', () => {
  const { amina } = twoPeople([aNote('a')])
  const mine = amina.clientID
  writeText(amina, 'a', 'the roof', 'why')
  expect(amina.clientID).toBe(mine)
  expect(Y.getState(amina.store, mine)).toBeGreaterThan(0)
})

test('however two people write, empty, delete and meet, both see the same and no update is refused', () => {
  const deed = fc.record({
    who: fc.constantFrom('amina', 'kyaw'),
    does: fc.constantFrom('write', 'write', 'clear', 'plain', 'delete', 'meet'),
    field: fc.constantFrom('why', 'how'),
    words: fc.string({ maxLength: 6 }),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
      const { meet, ...people } = twoPeople([aNote('a')])
      for (const { who, does, field, words } of deeds) {
        const doc = people[who as 'amina' | 'kyaw']
        const isThere = noteOf(doc, 'a') !== undefined
        if (does === 'meet') meet()
        else if (!isThere) continue
        else if (does === 'write') writeText(doc, 'a', words, field)
        else if (does === 'delete') deleteNotes(doc, ['a'])
        else editNotes(doc, ['a'], { fields: { [field]: does === 'clear' ? null : words } })
      }
      meet()
      expect(boardOf(people.amina)).toEqual(boardOf(people.kyaw))
      expect(people.amina.store.pendingStructs).toBeNull()
    }),
    { numRuns: 500 },
  )
})
