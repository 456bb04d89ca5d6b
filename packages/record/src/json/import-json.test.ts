import { isTextField, notesOf, type ParsedWorkshop, readBoard, readThreads, settingsOf } from '@vispera/board'
import { kindById } from '@vispera/kinds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { theExample } from '../testing/example.ts'
import { hostileTexts } from '../testing/hostile-texts.ts'
import { aBoard, aLink, aNote, aThread, aWorkshop } from '../testing/makers.ts'
import { markedWorkshop } from '../testing/random-workshop.ts'
import { exportJson } from './export-json.ts'
import { importJson } from './import-json.ts'
import { writeImported } from './write-imported.ts'

const imported = (text: string): ParsedWorkshop => {
  const result = importJson(text)
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return result.file
}

describe('a saved workshop', () => {
  it('is read back identical: the worked example', () => {
    const workshop = theExample()
    expect(imported(exportJson(workshop))).toEqual(workshop)
  })

  it('is read back identical but for what is hidden for care, whatever is in it', () => {
    fc.assert(
      fc.property(markedWorkshop, ({ workshop }) => {
        const boards = workshop.boards.map((board) => ({
          ...board,
          notes: board.notes.filter(({ state }) => state !== 'hidden-for-care'),
        }))
        expect(imported(exportJson(workshop))).toEqual({ ...workshop, boards })
      }),
      { numRuns: 60 },
    )
  })

  it('keeps words of every script and shape', () => {
    // A text in a document is always well-formed: Yjs sees to that.
    const notes = hostileTexts
      .map((one) => one.toWellFormed())
      .map((text, index) =>
        aNote({
          id: `n${index}`,
          kind: 'value',
          text,
          fields: { because: text, unknownField: { deep: [text] } },
        }),
      )
    const workshop = aWorkshop({
      boards: [aBoard({ kind: 'vision-board', notes, settings: { horizon: 'می‌بینیم' } })],
    })
    expect(imported(exportJson(workshop))).toEqual(workshop)
  })

  it('keeps links whose other end was deleted by somebody', () => {
    const workshop = aWorkshop({
      boards: [
        aBoard({
          id: 'b',
          kind: 'vision-board',
          notes: [aNote({ id: 'a', kind: 'value', text: 'x' })],
          links: [aLink('in-tension', 'a', 'gone')],
        }),
      ],
      threads: [aThread('came-from', ['b', 'a'], ['elsewhere', 'z'])],
    })
    expect(imported(exportJson(workshop))).toEqual(workshop)
  })
})

describe('writing an imported workshop', () => {
  const file = imported(exportJson(theExample()))
  const docs = new Map(file.boards.map((board) => [board.id, new Y.Doc()]))
  const threads = new Y.Doc()
  const boardIds = new Map(file.boards.map((board) => [board.id, `new-${board.id}`]))
  writeImported(file, { board: (id) => docs.get(id) as Y.Doc, threads, boardIds })

  it('keeps ids of notes and links, and every value', () => {
    for (const board of file.boards) {
      const { id, kind, title } = board
      expect(readBoard({ id, kind, title }, docs.get(id) as Y.Doc)).toEqual(board)
    }
  })

  it('makes words texts again, so that two people can type in them at once', () => {
    for (const board of file.boards) {
      const kind = kindById(board.kind)
      for (const [id, map] of notesOf(docs.get(board.id) as Y.Doc).entries()) {
        expect(map.get('text')).toBeInstanceOf(Y.Text)
        const fields = kind?.noteKinds.find((noteKind) => noteKind.id === map.get('kind'))?.fields ?? []
        const words = fields.filter((field) => isTextField(field.type) && map.has(field.id))
        expect(
          words.filter((field) => !(map.get(field.id) instanceof Y.Text)),
          id,
        ).toEqual([])
      }
    }
    expect(settingsOf(docs.get('vision') as Y.Doc).get('horizon')).toBeInstanceOf(Y.Text)
  })

  it('points links across boards at the boards’ new ids', () => {
    const { links, leftOut } = readThreads(threads)
    expect(leftOut).toBe(0)
    expect(links.map(({ id }) => id).sort()).toEqual(file.threads.map(({ id }) => id).sort())
    expect(new Set(links.flatMap(({ from, to }) => [from.board, to.board]))).toEqual(
      new Set(['new-vision', 'new-backcast', 'new-grid', 'new-next']),
    )
  })

  it('gives a board the fixed notes that its file lacks', () => {
    const doc = new Y.Doc()
    writeImported(aWorkshop({ boards: [aBoard({ kind: 'victory-backcast' })] }), {
      board: () => doc,
      threads: new Y.Doc(),
    })
    expect([...notesOf(doc).keys()]).toEqual(['victory', 'instant-before'])
  })
})

it('a fixed note of a file gets the texts that it lacks', () => {
  const doc = new Y.Doc()
  const victory = aNote({ id: 'victory', kind: 'victory', text: 'Won.', place: null })
  writeImported(aWorkshop({ boards: [aBoard({ kind: 'victory-backcast', notes: [victory] })] }), {
    board: () => doc,
    threads: new Y.Doc(),
  })
  const fields = kindById('victory-backcast')?.noteKinds.find(({ id }) => id === 'victory')?.fields ?? []
  const texts = fields.filter(({ type }) => isTextField(type))
  expect(texts).not.toEqual([])
  for (const { id } of texts) expect(notesOf(doc).get('victory')?.get(id)).toBeInstanceOf(Y.Text)
})

describe('a file that is no workshop of ours is refused whole, and says why', () => {
  const good = exportJson(theExample())
  const changed = (
    change: (
      file: Record<string, unknown> & { boards: Record<string, unknown>[]; threads: unknown[] },
    ) => void,
  ) => {
    const file = JSON.parse(good)
    change(file)
    return JSON.stringify(file)
  }
  const note = (more: object) =>
    changed((file) => Object.assign((file.boards[0]?.notes as object[] | undefined)?.[3] as object, more))
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  it.each([
    ['nothing', '', 'not-json'],
    [
      'a translation nested without end',
      note({ translations: 'DEEP' }).replace('"DEEP"', nested(9_000)),
      'hostile-record',
    ],
    ['a page', '<!doctype html><p>', 'not-json'],
    ['a list', '[]', 'not-a-workshop'],
    ['a number', '7', 'not-a-workshop'],
    ['null', 'null', 'not-a-workshop'],
    ['other JSON', '{"name":"x"}', 'not-a-workshop'],
    [
      'a newer version',
      changed((file) => Object.assign(file, { version: 2, boards: 'in a new shape' })),
      'newer-version',
    ],
    ['no version', changed((file) => Object.assign(file, { version: '1' })), 'not-a-workshop'],
    ['version 0', changed((file) => Object.assign(file, { version: 0 })), 'not-a-workshop'],
    ['boards that are no list', changed((file) => Object.assign(file, { boards: {} })), 'not-a-workshop'],
    [
      'too many boards',
      changed((file) => Object.assign(file, { boards: Array(101).fill(file.boards[0]) })),
      'too-large',
    ],
    [
      'too many notes',
      changed((file) => Object.assign(file.boards[0] as object, { notes: Array(20_001).fill({}) })),
      'too-large',
    ],
    [
      'facts that are none',
      changed((file) => Object.assign(file, { workshop: { title: '' } })),
      'hostile-record',
    ],
    ['a board twice', changed((file) => file.boards.push(file.boards[0] as never)), 'hostile-record'],
    [
      'a board id that is a path',
      changed((file) => Object.assign(file.boards[0] as object, { id: '../stage' })),
      'hostile-record',
    ],
    ['a note twice', note({ id: 'v1' }), 'hostile-record'],
    ['a note id that is none', note({ id: 'a/b' }), 'hostile-record'],
    ['a note without words', note({ text: 7 }), 'hostile-record'],
    ['a note of 100,000 characters', note({ text: 'x'.repeat(100_000) }), 'hostile-record'],
    ['a place that is none', note({ place: { x: 1.5, y: 'here' } }), 'hostile-record'],
    ['a state that is none', note({ state: 'escaped' }), 'hostile-record'],
    ['fields without end', note({ fields: { a: JSON.parse(nested(6)) } }), 'hostile-record'],
    ['a field of a million characters', note({ fields: { a: 'x'.repeat(1_000_000) } }), 'hostile-record'],
    ['fields that are a list', note({ fields: [1] }), 'hostile-record'],
    [
      'a link without ends',
      changed((file) => (file.boards[0]?.links as object[] | undefined)?.push({ id: 'l', kind: 'needs' })),
      'hostile-record',
    ],
    [
      'a setting without end',
      changed((file) => Object.assign(file.boards[0]?.settings as object, { a: JSON.parse(nested(6)) })),
      'hostile-record',
    ],
    [
      'a thread from nowhere',
      changed((file) => file.threads.push({ id: 't', kind: 'becomes', from: 'here', to: 'there' })),
      'hostile-record',
    ],
    ['a thread twice', changed((file) => file.threads.push(file.threads[0])), 'hostile-record'],
  ])('%s', (_name, text, reason) => {
    expect(importJson(text)).toMatchObject({ ok: false, reason })
  })

  it('names the first record that does not parse', () => {
    const result = importJson(note({ state: 'escaped' }))
    expect(result).toMatchObject({ ok: false, detail: expect.stringContaining('board "vision", note') })
  })

  it('a file that was cut off anywhere is told from one that never was JSON', () => {
    for (let end = 1; end < good.length - 3; end += 997) {
      expect(importJson(good.slice(0, end))).toMatchObject({ ok: false, reason: 'truncated' })
    }
  })

  it('a prototype in disguise reaches nothing', () => {
    const evil = good.replace('"settings": {', '"settings": { "__proto__": { "polluted": true },')
    const result = importJson(evil)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    if (result.ok)
      for (const board of result.file.boards) expect(Object.keys(board.settings)).not.toContain('__proto__')
    const field = importJson(note({}).replace('"fields":{', '"fields":{"__proto__":{"polluted":true},'))
    expect(field.ok).toBe(false)
  })

  it('very deep nesting is refused without a crash', () => {
    expect(importJson(nested(200_000)).ok).toBe(false)
    expect(importJson(good.replace('"settings": {', `"settings": { "a": ${nested(50_000)},`)).ok).toBe(false)
  })
})
