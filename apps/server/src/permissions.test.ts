import { documentNames, roles } from '@vispera/board'
import { expect, test } from 'vitest'
import { accessTo, parseDocumentName } from './permissions.ts'

test('every document of a workshop is known by its name', () => {
  expect(parseDocumentName(documentNames.stage('w'))).toEqual({ workshop: 'w', kind: 'stage' })
  expect(parseDocumentName(documentNames.threads('w'))).toEqual({ workshop: 'w', kind: 'threads' })
  expect(parseDocumentName(documentNames.board('w', 'b'))).toEqual({
    workshop: 'w',
    kind: 'board',
    board: 'b',
  })
  expect(parseDocumentName(documentNames.draft('w', 'p'))).toEqual({
    workshop: 'w',
    kind: 'draft',
    participant: 'p',
  })
})

test.each([
  '',
  'w',
  'w/',
  'w/stage/',
  '/w/stage',
  'w/../v/stage',
  'w/board/',
  'w/board/b/c',
  'w%2Fstage',
  'w/stage?x',
  'w/board/b\n',
])('%j names no document', (name) => {
  expect(parseDocumentName(name)).toBeNull()
})

test('nobody writes the stage, and whoever only looks on writes nothing at all', () => {
  for (const role of roles) {
    const who = { role, participant: 'p' }
    expect(accessTo({ workshop: 'w', kind: 'stage' }, who)).toBe('read')
    const isReader = role === 'observer' || role === 'screen'
    const expected = isReader ? 'read' : 'write'
    expect(accessTo({ workshop: 'w', kind: 'threads' }, who)).toBe(expected)
    expect(accessTo({ workshop: 'w', kind: 'board', board: 'b' }, who)).toBe(expected)
    expect(accessTo({ workshop: 'w', kind: 'draft', participant: 'p' }, who)).toBe(
      isReader ? 'none' : 'write',
    )
  }
})

test("a draft is its owner's alone, whatever the role of others", () => {
  for (const role of roles) {
    expect(accessTo({ workshop: 'w', kind: 'draft', participant: 'p' }, { role, participant: 'q' })).toBe(
      'none',
    )
  }
})
