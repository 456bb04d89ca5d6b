import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packReplies, packRequests, unpackReplies, unpackRequests } from './packing.ts'
import type { Reply, Request } from './requests.ts'

const document = fc.constantFrom('w/stage', 'w/board/b', '')
const updates = fc.array(fc.record({ document, update: fc.uint8Array({ maxLength: 20 }) }), { maxLength: 3 })
const standing = fc.record({ document, generation: fc.maxSafeNat(), seq: fc.nat() })
const onto = fc.array(standing, { maxLength: 2 })
const put = { kind: 'put', collection: 'c', key: 'k', value: { any: ['thing'] } } as const
const request: fc.Arbitrary<Request> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ id: fc.nat(), kind: fc.constant('append'), batch: fc.record({ updates, onto }) }),
  },
  fc.record({
    id: fc.nat(),
    kind: fc.constant('append'),
    batch: fc.record({ updates, onto, records: fc.constant([put]) }),
  }),
  fc.record({ id: fc.nat(), kind: fc.constant('load'), document }),
)
const reply: fc.Arbitrary<Reply> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      id: fc.nat(),
      value: fc.array(fc.tuple(document, fc.nat())).map((entries) => new Map(entries)),
    }),
  },
  fc.record({ kind: fc.constant('answer'), id: fc.nat(), value: fc.constantFrom(undefined, ['w/a'], 3) }),
  fc.record({
    kind: fc.constant('error'),
    id: fc.nat(),
    error: fc.record({ reason: fc.constant('full'), message: fc.string() }),
  }),
)

/** What arrives in the other thread. */
function sent<T>(message: T, transfer: ArrayBuffer[] = []): T {
  const { port1, port2 } = new MessageChannel()
  port1.postMessage(message, transfer)
  const received = receiveMessageOnPort(port2)
  port1.close()
  return received?.message
}

test('what is asked of the writer arrives as it was asked, in order, and the caller keeps its bytes', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 8 }), (requests) => {
      const { packed, transfer } = packRequests(requests)
      expect(unpackRequests(sent(packed, transfer))).toEqual(requests)
    }),
  )
})

test('what the writer answers arrives as it was answered, in order', () => {
  fc.assert(
    fc.property(fc.array(reply, { maxLength: 8 }), (replies) => {
      expect(unpackReplies(sent(packReplies(replies)))).toEqual(replies)
    }),
  )
})

test('appends share one buffer, and no buffer of the caller goes along', () => {
  const pool = new Uint8Array(65_536).fill(7)
  const batch = { updates: [{ document: 'd', update: pool.subarray(8, 16) }] }
  const { packed, transfer } = packRequests([
    { id: 1, kind: 'append', batch },
    { id: 2, kind: 'append', batch },
  ])
  expect([packed.length, transfer.map(({ byteLength }) => byteLength)]).toEqual([1, [16]])
})
