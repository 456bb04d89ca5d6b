import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from './store.ts'

/** How the acceptance suite gets at an adapter. */
export interface StoreMaker {
  open(): Promise<Store>
  /** Opens what `open` made once more, after it was closed. Absent where nothing outlives the process. */
  reopen?(): Promise<Store>
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const batch = (document: string, ...updates: Uint8Array[]) => ({
  updates: updates.map((update) => ({ document, update })),
})

/** What every store must do. An adapter calls this from its test file. */
export function acceptStore(name: string, prepare: () => StoreMaker) {
  describe(`${name} as a store`, () => {
    let maker: StoreMaker
    let store: Store

    beforeEach(async () => {
      maker = prepare()
      store = await maker.open()
    })
    afterEach(() => store.close())

    test('a document that was never written is empty', async () => {
      expect(await store.load('w/stage')).toEqual({ snapshot: null, tail: [], seq: 0, generation: 1 })
    })

    test('updates come back in the order in which they were given, numbered from one', async () => {
      expect(await store.append(batch('w/stage', bytes(1), bytes(2)))).toEqual(new Map([['w/stage', 2]]))
      expect(await store.append(batch('w/stage', bytes(3)))).toEqual(new Map([['w/stage', 3]]))
      expect(await store.load('w/stage')).toEqual({
        snapshot: null,
        tail: [bytes(1), bytes(2), bytes(3)],
        seq: 3,
        generation: 1,
      })
    })

    test('many appends asked for at once keep their order', async () => {
      const numbers = Array.from({ length: 200 }, (_, index) => index)
      const reached = await Promise.all(numbers.map((number) => store.append(batch('d', bytes(number)))))
      expect(reached.map((seqs) => seqs.get('d'))).toEqual(numbers.map((number) => number + 1))
      expect((await store.load('d')).tail).toEqual(numbers.map((number) => bytes(number)))
    })

    test('what was made on a document that was deleted or set back meanwhile does not get in', async () => {
      const onto = (generation: number, seq: number) => [{ document: 'd', generation, seq }]
      const write = (generation: number, seq: number) =>
        store.append({ ...batch('d', bytes(9)), onto: onto(generation, seq) })
      expect(await write(1, 0)).toEqual(new Map([['d', 1]]))
      // Somebody else may have written in between: that is no other history.
      expect(await write(1, 0)).toEqual(new Map([['d', 2]]))
      const other = store.append(batch('other', bytes(1)))
      await expect(write(1, 3)).rejects.toMatchObject({ reason: 'outdated' })
      await expect(write(7, 2)).rejects.toMatchObject({ reason: 'outdated' })
      expect(await other).toEqual(new Map([['other', 1]]))
      const generation = await store.newGeneration('d')
      await expect(write(1, 2)).rejects.toMatchObject({ reason: 'outdated' })
      expect(await write(generation, 2)).toEqual(new Map([['d', 3]]))
      const claim = { kind: 'claim', collection: 'c', key: 'k', value: 1 } as const
      const claiming = { ...batch('d', bytes(9)), onto: onto(1, 2), records: [claim] }
      await expect(store.append(claiming)).rejects.toMatchObject({ reason: 'outdated' })
      expect(await store.get('c', 'k')).toBeUndefined()
      await store.deleteDocuments('d')
      for (const seq of [0, 3])
        await expect(write(generation, seq)).rejects.toMatchObject({ reason: 'outdated' })
      expect((await store.load('d')).seq).toBe(0)
      expect(store.health()).toMatchObject({ writable: true, problem: null })
    })

    test('documents do not see each other', async () => {
      const updates = ['a', 'b', 'a'].map((document, index) => ({ document, update: bytes(index) }))
      expect(await store.append({ updates })).toEqual(
        new Map([
          ['a', 2],
          ['b', 1],
        ]),
      )
      expect((await store.load('a')).tail).toEqual([bytes(0), bytes(2)])
      expect((await store.load('b')).tail).toEqual([bytes(1)])
    })

    test('bytes are kept exactly, empty ones and large ones too', async () => {
      const large = Uint8Array.from({ length: 1_500_000 }, (_, index) => (index * 7) % 256)
      await store.append(batch('d', bytes(), large))
      const { tail } = await store.load('d')
      expect(tail[0]).toEqual(bytes())
      expect(Buffer.from(tail[1] ?? []).equals(large)).toBe(true)
    })

    test('what the caller does with its bytes afterwards changes nothing', async () => {
      const update = bytes(1, 2, 3)
      await store.append(batch('d', update))
      update.fill(9)
      expect((await store.load('d')).tail).toEqual([bytes(1, 2, 3)])
    })

    test('a snapshot stands for the log up to its number', async () => {
      await store.append(batch('d', bytes(1), bytes(2), bytes(3)))
      await store.compact('d', { seq: 2, bytes: bytes(12) })
      expect(await store.load('d')).toMatchObject({ snapshot: bytes(12), tail: [bytes(3)], seq: 3 })
      expect(await store.append(batch('d', bytes(4)))).toEqual(new Map([['d', 4]]))
      await store.compact('d', { seq: 4, bytes: bytes(1234 % 256) })
      expect(await store.load('d')).toMatchObject({ snapshot: bytes(1234 % 256), tail: [], seq: 4 })
    })

    test('updates that arrive while a snapshot is written come after it', async () => {
      await store.append(batch('d', bytes(1)))
      await Promise.all([
        store.compact('d', { seq: 1, bytes: bytes(11) }),
        store.append(batch('d', bytes(2))),
      ])
      expect(await store.load('d')).toMatchObject({ snapshot: bytes(11), tail: [bytes(2)], seq: 2 })
    })

    test('forgetting a path forgets what is below it and nothing beside it', async () => {
      for (const document of ['w1/stage', 'w1/board/b', 'w1/board/b2', 'w10/stage', 'w2/stage']) {
        await store.append(batch(document, bytes(1)))
        await store.compact(document, { seq: 1, bytes: bytes(1) })
      }
      expect(await store.deleteDocuments('w1/board/b')).toBe(1)
      expect((await store.load('w1/board/b2')).seq).toBe(1)
      expect(await store.deleteDocuments('w1/')).toBe(2)
      expect(await store.load('w1/stage')).toEqual({ snapshot: null, tail: [], seq: 0, generation: 1 })
      expect((await store.load('w10/stage')).seq).toBe(1)
      expect((await store.load('w2/stage')).seq).toBe(1)
    })

    test('purging leaves the snapshot, what came after it, and nothing before', async () => {
      await store.append(batch('d', bytes(1), bytes(2), bytes(3)))
      await store.compact('d', { seq: 1, bytes: bytes(11) })
      await store.append(batch('d', bytes(4)))
      await store.purge('d', { seq: 3, bytes: bytes(33) })
      expect(await store.load('d')).toMatchObject({ snapshot: bytes(33), tail: [bytes(4)], seq: 4 })
      expect(await store.append(batch('d', bytes(5)))).toEqual(new Map([['d', 5]]))
      await store.purge('d', { seq: 5, bytes: bytes(55) })
      expect(await store.load('d')).toMatchObject({ snapshot: bytes(55), tail: [], seq: 5 })
      await store.purge('never-written', { seq: 0, bytes: bytes(1) })
      expect((await store.load('never-written')).seq).toBe(0)
    })

    test('the log since a number is what was appended after it', async () => {
      expect(await store.since('d', 0)).toEqual({ updates: [], seq: 0 })
      await store.append(batch('d', bytes(1), bytes(2), bytes(3)))
      const numbered = (...seqs: number[]) => seqs.map((seq) => ({ seq, bytes: bytes(seq) }))
      expect(await store.since('d', 0)).toEqual({ updates: numbered(1, 2, 3), seq: 3 })
      expect(await store.since('d', 2)).toEqual({ updates: numbered(3), seq: 3 })
      expect(await store.since('d', 3)).toEqual({ updates: [], seq: 3 })
    })

    test('a log that does not reach back that far, or never came that far, is not guessed at', async () => {
      await store.append(batch('d', bytes(1), bytes(2), bytes(3)))
      expect(await store.since('d', 4)).toBeNull()
      expect(await store.since('never-written', 1)).toBeNull()
      await store.purge('d', { seq: 2, bytes: bytes(12) })
      expect(await store.since('d', 1)).toBeNull()
      expect((await store.since('d', 2))?.updates).toEqual([{ seq: 3, bytes: bytes(3) }])
    })

    test('a new generation gives the history another name and leaves it as it is', async () => {
      await store.append(batch('d', bytes(1)))
      const first = await store.newGeneration('d')
      expect(first).not.toBe(1)
      expect(await store.load('d')).toEqual({ snapshot: null, tail: [bytes(1)], seq: 1, generation: first })
      const second = await store.newGeneration('d')
      expect(new Set([1, first, second]).size).toBe(3)
      await store.append(batch('d', bytes(2)))
      await store.compact('d', { seq: 2, bytes: bytes(12) })
      expect((await store.load('d')).generation).toBe(second)
    })

    test('exclusive work of one name waits for the one before it, whatever became of that', async () => {
      const order: string[] = []
      const work = (name: string, label: string, fails = false) =>
        store.exclusively(name, async () => {
          order.push(`${label} begins`)
          await store.put('turn', label, 1)
          order.push(`${label} ends`)
          if (fails) throw new Error(label)
          return label
        })
      const [first, second, third] = await Promise.allSettled([
        work('w', 'a', true),
        work('w', 'b'),
        work('w', 'c'),
      ])
      expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
      expect([first.status, second.status, third.status]).toEqual(['rejected', 'fulfilled', 'fulfilled'])
      await store.exclusively('x', () => work('y', 'inside'))
      expect(order.at(-1)).toBe('inside ends')
    })

    test('a process keeps its slot', async () => {
      const slot = await store.slot()
      expect(Number.isInteger(slot) && slot >= 0).toBe(true)
      expect(await store.slot()).toBe(slot)
    })

    test('the documents of a path are itself and what is below it, in order', async () => {
      for (const document of ['w1/draft/b', 'w1/draft', 'w10/draft/c', 'w1/draft/a', 'w1/drafts/d'])
        await store.append(batch(document, bytes(1)))
      expect(await store.documents('w1/draft')).toEqual(['w1/draft', 'w1/draft/a', 'w1/draft/b'])
      expect(await store.documents('w1/draft/')).toEqual(['w1/draft/a', 'w1/draft/b'])
      expect(await store.documents('w3/')).toEqual([])
    })

    test('a record is whatever JSON was put there', async () => {
      const value = { title: 'Tide', parts: [1, null, { deep: true }], ключ: 'ဝါ' }
      await store.put('workshop', 'w1', value)
      expect(await store.get('workshop', 'w1')).toEqual(value)
      await store.put('workshop', 'w1', 'replaced')
      expect(await store.get('workshop', 'w1')).toBe('replaced')
      expect(await store.get('workshop', 'w2')).toBeUndefined()
      expect(await store.get('session', 'w1')).toBeUndefined()
    })

    test('a deleted record is gone, and deleting it again does no harm', async () => {
      await store.put('session', 's', 1)
      await store.delete('session', 's')
      await store.delete('session', 's')
      expect(await store.get('session', 's')).toBeUndefined()
    })

    test('records are listed by prefix and ordered by key', async () => {
      for (const key of ['b/2', 'a/1', 'b/1', 'b', 'c']) await store.put('owner', key, key)
      await store.put('other', 'b/3', 0)
      expect(await store.list('owner', 'b/')).toEqual([
        { key: 'b/1', value: 'b/1' },
        { key: 'b/2', value: 'b/2' },
      ])
      expect((await store.list('owner')).map(({ key }) => key)).toEqual(['a/1', 'b', 'b/1', 'b/2', 'c'])
    })

    test('of two who want a key only one gets it', async () => {
      const wins = await Promise.all([
        store.putIfAbsent('code', 'ABCDEF', 1),
        store.putIfAbsent('code', 'ABCDEF', 2),
      ])
      expect(wins).toEqual([true, false])
      expect(await store.get('code', 'ABCDEF')).toBe(1)
    })

    test('several changes happen together or not at all', async () => {
      const make = (code: string) =>
        store.write([
          { kind: 'put', collection: 'workshop', key: code, value: code },
          { kind: 'claim', collection: 'code', key: 'SAME', value: code },
          { kind: 'delete', collection: 'code', key: 'OLD' },
        ])
      await store.put('code', 'OLD', 1)
      expect(await make('first')).toBe(true)
      await store.put('code', 'OLD', 2)
      expect(await make('second')).toBe(false)
      expect(await store.get('workshop', 'second')).toBeUndefined()
      expect(await store.get('code', 'OLD')).toBe(2)
    })

    test('updates and the records given with them are written together or not at all', async () => {
      const claim = { kind: 'claim', collection: 'owner', key: 'd/1', value: 'ana' } as const
      await store.append({ ...batch('d', bytes(1)), records: [claim] })
      expect(await store.get('owner', 'd/1')).toBe('ana')
      await expect(store.append({ ...batch('d', bytes(2)), records: [claim] })).rejects.toThrow()
      expect((await store.load('d')).tail).toEqual([bytes(1)])
    })

    test('one batch that cannot be written does not take its neighbours along', async () => {
      const claim = { kind: 'claim', collection: 'owner', key: 'd/1', value: 'ana' } as const
      await store.write([claim])
      const outcomes = await Promise.allSettled([
        store.append(batch('d', bytes(1))),
        store.append({ ...batch('d', bytes(2)), records: [claim] }),
        store.append(batch('d', bytes(3))),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect((await store.load('d')).tail).toEqual([bytes(1), bytes(3)])
    })

    test('a closed store finishes what was asked before and refuses the rest', async () => {
      const asked = store.append(batch('d', bytes(1)))
      await store.close()
      await store.close()
      expect(await asked).toEqual(new Map([['d', 1]]))
      await expect(store.append(batch('d', bytes(2)))).rejects.toMatchObject({ reason: 'closed' })
      await expect(store.get('a', 'b')).rejects.toMatchObject({ reason: 'closed' })
    })

    test('everything is there when it is opened again', async () => {
      if (!maker.reopen) return
      await store.append(batch('d', bytes(1), bytes(2), bytes(3)))
      await store.compact('d', { seq: 2, bytes: bytes(12) })
      await store.put('workshop', 'w', { title: 'Tide' })
      await store.close()
      store = await maker.reopen()
      expect(await store.load('d')).toMatchObject({ snapshot: bytes(12), tail: [bytes(3)], seq: 3 })
      expect(await store.get('workshop', 'w')).toEqual({ title: 'Tide' })
      expect(store.health()).toEqual({ writable: true, problem: null, damage: [] })
    })
  })
}
