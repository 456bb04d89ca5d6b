import { createEncoder, toUint8Array, writeAny, writeUint8, writeVarUint } from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { withDefaults } from '../rules.ts'
import { collected, forged, item } from '../testing/forged.ts'
import { examineUpdate, type UpdateKind, type Verdict } from './examine-update.ts'

const rules = withDefaults({ roots: { notes: 'map', order: 'array', title: 'text' }, maxStringBytes: 5000 })

/** A board that the server holds: ana (client 1) has written a few notes, ben (client 2) is known too. */
function aBoard() {
  const doc = new Y.Doc()
  doc.getMap('notes')
  doc.getArray('order')
  doc.getText('title')
  const ana = new Y.Doc()
  ana.clientID = 1
  const note = new Y.Map()
  ana.getMap('notes').set('n1', note)
  note.set('text', new Y.Text('low tide'))
  ana.getText('title').insert(0, 'Harbour')
  ana.getArray('order').push(['a', 'b', 'c'])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana))
  const owners = new Map([[1, 'ana']])
  const examine = (update: Uint8Array, participant = 'ben', kind: UpdateKind = 'update') =>
    examineUpdate(update, kind, { doc, rules, participant, ownerOf: (client) => owners.get(client) })
  /** What a client sends that knows everything and makes a change. */
  const change = (make: (doc: Y.Doc) => void, client = 2) => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    copy.clientID = client
    const sent: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => sent.push(update))
    copy.transact(() => make(copy))
    return sent.length === 1 && sent[0] ? sent[0] : Y.mergeUpdates(sent)
  }
  return { doc, owners, examine, change }
}

const refusalOf = (verdict: Verdict) => (verdict.kind === 'refused' ? verdict.refusal : verdict.kind)

describe('P31 the gate lets an honest client pass', () => {
  test('who writes, formats, moves, deletes and nests', () => {
    const { examine, change } = aBoard()
    const changes: ((doc: Y.Doc) => void)[] = [
      (doc) =>
        doc.getMap('notes').set(
          'n2',
          new Y.Map([
            ['text', new Y.Text('high tide')],
            ['place', { x: 1, y: 2 }],
          ]),
        ),
      (doc) => doc.getText('title').insert(3, ' of '),
      (doc) => doc.getText('title').format(0, 3, { bold: true }),
      (doc) => doc.getText('title').delete(1, 4),
      (doc) => doc.getArray('order').insert(1, [{ deep: [1, [2, [3]]] }, null, true, 1.5, -7]),
      (doc) => doc.getArray('order').delete(0, 2),
      (doc) => doc.getMap('notes').delete('n1'),
      (doc) => doc.getMap('notes').set('undefined', undefined),
      (doc) => doc.getText('title').insert(0, 'မြို့ 🌊 مدّ'),
    ]
    expect(changes.map((make) => examine(change(make)).kind)).toEqual(changes.map(() => 'accepted'))
  })

  test('who repeats what is known', () => {
    const { doc, examine } = aBoard()
    expect(examine(Y.encodeStateAsUpdate(doc), 'ben', 'opening')).toEqual({ kind: 'nothing' })
    expect(examine(Uint8Array.of(0, 0))).toEqual({ kind: 'nothing' })
  })

  test('who sends something new among what is known, of which only the new counts', () => {
    const { doc, examine, change } = aBoard()
    const news = change((copy) => copy.getMap('notes').set('n2', 'new'))
    const verdict = examine(Y.mergeUpdates([Y.encodeStateAsUpdate(doc), news]), 'ben', 'opening')
    expect(verdict).toMatchObject({ kind: 'accepted', newClients: [2] })
    expect(verdict.kind === 'accepted' && Y.decodeUpdate(verdict.update).structs.length).toBe(1)
  })

  test('who comes back with days of work under several client ids', () => {
    const { doc, examine } = aBoard()
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(doc))
    for (const client of [20, 10, 30]) {
      offline.clientID = client
      for (let index = 0; index < 300; index += 1) {
        const title = offline.getText('title')
        title.insert((index * 7) % title.length, `${index} `)
        if (index % 3 === 0) title.delete((index * 5) % (title.length - 3), 2)
        offline.getMap('notes').set(`n${index % 40}`, new Y.Map([['text', new Y.Text(`${client}`)]]))
      }
    }
    const update = Y.encodeStateAsUpdate(offline, Y.encodeStateVector(doc))
    const verdict = examine(update, 'ben', 'opening')
    expect(verdict).toMatchObject({ kind: 'accepted' })
    expect(verdict.kind === 'accepted' && [...verdict.newClients].sort()).toEqual([10, 20, 30])
    Y.applyUpdate(doc, update)
    expect(doc.getText('title').toString()).toBe(offline.getText('title').toString())
  })
})

describe('P32 the gate refuses', () => {
  test("P33 writing under somebody else's client id", () => {
    const { examine, change } = aBoard()
    const hijack = change((doc) => doc.getMap('notes').set('n1', 'mine now'), 1)
    expect(refusalOf(examine(hijack, 'mallory'))).toBe('foreign-client-id')
    expect(examine(hijack, 'ana').kind).toBe('accepted')
  })

  test("P33 using up somebody else's client id", () => {
    const { doc, examine } = aBoard()
    const next = Y.getState(doc.store, 1)
    const burn = (length: number) => forged(1, next, [collected(length)])
    expect(refusalOf(examine(burn(5), 'mallory'))).toBe('foreign-client-id')
    expect(refusalOf(examine(burn(2 ** 52), 'ana'))).toBe('too-large')
  })

  test('P33 writing under an id that is in use and that nobody is known to own', () => {
    const { owners, examine, change } = aBoard()
    owners.clear()
    expect(refusalOf(examine(change((doc) => doc.getMap('notes').set('n', 1), 1)))).toBe('foreign-client-id')
  })

  test('P34 what builds on something that is not here', () => {
    const { examine, change } = aBoard()
    const twice = change((doc) => {
      doc.getMap('notes').set('a', 1)
      doc.getMap('notes').set('b', 2)
    })
    const [, second] = Y.decodeUpdate(twice).structs
    expect(second).toBeDefined()
    const vector = Y.encodeStateVector(new Map([[2, 1]]))
    expect(refusalOf(examine(Y.diffUpdate(twice, vector)))).toBe('gap')
    expect(refusalOf(examine(forged(2, 0, [item({ origin: [99, 0] })])))).toBe('gap')
  })

  test('P34 deletions of what is not here', () => {
    const { examine } = aBoard()
    const encoder = createEncoder()
    for (const number of [0, 1, 1, 1, 0, 1_000_000]) writeVarUint(encoder, number)
    expect(refusalOf(examine(toUint8Array(encoder)))).toBe('gap')
  })

  test('P35 roots that the document does not have', () => {
    const { examine, change } = aBoard()
    expect(refusalOf(examine(change((doc) => doc.getMap('secrets').set('a', 1))))).toBe('unknown-root')
  })

  test.each<[string, (doc: Y.Doc) => void]>([
    ['a list where the document has a map', (doc) => doc.getArray('notes').push([1])],
    ['a map where the document has a text', (doc) => doc.getMap('title').set('a', 1)],
    ['values in a text', (doc) => doc.getArray('title').push([1])],
    ['a map in a text', (doc) => doc.getText('title').insertEmbed(0, new Y.Map())],
  ])('P35 %s', (_, make) => {
    const doc = new Y.Doc()
    make(doc)
    const update = Y.encodeStateAsUpdate(doc)
    expect(['wrong-place', 'forbidden-content']).toContain(refusalOf(aBoard().examine(update)))
  })

  test('P35 a neighbour in another list, and neighbours in the wrong order', () => {
    const { doc, examine } = aBoard()
    const order = doc.getArray('order')._start
    const title = doc.getText('title')._start
    if (!order || !title) throw new Error('the board is empty')
    const id = ({ id: { client, clock } }: Y.Item, offset = 0): [number, number] => [client, clock + offset]
    const between = (left: [number, number], right: [number, number]) =>
      refusalOf(examine(forged(2, 0, [item({ origin: left, right })])))
    expect(between(id(order), id(title))).toBe('wrong-place')
    expect(between(id(order, 2), id(order, 0))).toBe('wrong-place')
    expect(between(id(order, 0), id(order, 1))).toBe('accepted')
  })

  test('P36 subdocuments, binary values, embeds and XML', () => {
    const { examine, change } = aBoard()
    const made = [
      (doc: Y.Doc) => doc.getMap('notes').set('a', new Y.Doc()),
      (doc: Y.Doc) => doc.getMap('notes').set('a', Uint8Array.of(1)),
      (doc: Y.Doc) => doc.getMap('notes').set('a', { deep: [Uint8Array.of(1)] }),
      (doc: Y.Doc) => doc.getMap('notes').set('a', { big: 1n }),
      (doc: Y.Doc) => doc.getText('title').insertEmbed(0, { image: 'x' }),
      (doc: Y.Doc) => doc.getMap('notes').set('a', new Y.XmlText()),
      (doc: Y.Doc) => doc.getMap('notes').set('__proto__', 1),
    ]
    expect(made.map((make) => refusalOf(examine(change(make))))).toEqual(made.map(() => 'forbidden-content'))
  })

  test('P37 nesting without end, in values and in types', () => {
    const { examine, change } = aBoard()
    const deepValue = forged(2, 0, [
      item({
        root: 'order',
        content: (encoder) => {
          for (let depth = 0; depth < 40_000; depth += 1)
            for (const byte of [117, 1]) writeUint8(encoder, byte)
          writeAny(encoder, 1)
        },
      }),
    ])
    expect(refusalOf(examine(deepValue))).toBe('too-deep')
    const deepType = change((doc) => {
      let map = doc.getMap('notes')
      for (let depth = 0; depth < 30; depth += 1) {
        const next = new Y.Map<unknown>()
        map.set('deeper', next)
        map = next
      }
    })
    expect(refusalOf(examine(deepType))).toBe('too-deep')
  })

  test('P37 what is too large', () => {
    const { examine, change } = aBoard()
    expect(refusalOf(examine(change((doc) => doc.getText('title').insert(0, 'x'.repeat(5001)))))).toBe(
      'too-large',
    )
    expect(refusalOf(examine(new Uint8Array(4_000_001)))).toBe('too-large')
    const manyStructs = forged(
      2,
      0,
      Array.from({ length: 200_001 }, () => item({})),
    )
    expect(refusalOf(examine(manyStructs))).toBe('too-large')
  })

  test('P32 what is no update', () => {
    const { examine, change } = aBoard()
    const honest = change((doc) => doc.getMap('notes').set('a', 1))
    const nothings = [
      Uint8Array.of(),
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255),
      honest.subarray(0, honest.length - 1),
      Uint8Array.of(...honest, 0),
      forged(2, 0, []),
      forged(2, 0, [collected(0)]),
    ]
    expect(nothings.map((update) => refusalOf(examine(update)))).toEqual(nothings.map(() => 'malformed'))
  })

  test('P32 two new items that each come after the other', () => {
    const { examine } = aBoard()
    const encoder = createEncoder()
    writeVarUint(encoder, 2)
    for (const [client, other] of [
      [8, 9],
      [9, 8],
    ] as const) {
      for (const number of [1, client, 0]) writeVarUint(encoder, number)
      item({ origin: [other, 0] })(encoder)
    }
    writeVarUint(encoder, 0)
    expect(refusalOf(examine(toUint8Array(encoder)))).toBe('malformed')
  })
})
