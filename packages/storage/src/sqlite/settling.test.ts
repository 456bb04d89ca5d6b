import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openMemoryStore } from '../memory/open-memory-store.ts'
import type { Store } from '../store.ts'
import { aFolder } from '../testing/a-database.ts'
import { createAnswerRequest } from './answer-request.ts'
import { createCommitGroup } from './commit-group.ts'
import { openDatabase } from './open-database.ts'
import type { Request } from './requests.ts'

type Step =
  | { readonly kind: 'append'; readonly documents: readonly string[]; readonly size: number }
  /** The claim is taken, so that nothing of the batch is written. */
  | { readonly kind: 'refused'; readonly documents: readonly string[] }
  | { readonly kind: 'compact' | 'purge'; readonly document: string; readonly back: number }
  | { readonly kind: 'delete'; readonly document: string }
  | { readonly kind: 'settle' }
  | { readonly kind: 'reopen' }

const names = ['w/a', 'w/b', 'w/c']
const document = fc.constantFrom(...names)
const documents = fc.array(document, { minLength: 1, maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      documents,
      size: fc.constantFrom(0, 1, 80, 17_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refused' as const), documents }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('compact' as const, 'purge' as const),
      document,
      back: fc.constantFrom(0, 0.5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), document }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'settle' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
)

const groups = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 })

test('whatever was carried over when, a document is what it would be anywhere else', {
  timeout: 120_000,
}, async () => {
  await fc.assert(fc.asyncProperty(groups, run), { numRuns: 30 })
})

const taken = { kind: 'claim', collection: 'codes', key: 'taken', value: 1 } as const

/** Does the same, group by group, to a database and to a store in memory, and compares all that can be read. */
async function run(groups: readonly (readonly Step[])[]) {
  const file = `${aFolder()}/vispera.db`
  let opened = open(file)
  const memory = openMemoryStore()
  opened.commit([{ id: 0, kind: 'write', changes: [taken] }])
  let given = 0
  try {
    for (const group of groups) {
      const requests: Request[] = []
      for (const one of group) {
        given += 1
        if (one.kind === 'reopen') {
          opened.commit(requests.splice(0))
          opened.close()
          opened = open(file)
        } else requests.push(await asked(one, given, memory))
      }
      opened.commit(requests)
      for (const name of names) await compare(opened.answer, memory, name)
    }
  } finally {
    opened.close()
  }
}

/** Does it to the store in memory, and says what to ask of the other. */
async function asked(one: Exclude<Step, { kind: 'reopen' }>, id: number, memory: Store): Promise<Request> {
  const updates = (documents: readonly string[], size: number) =>
    documents.map((document) => ({ document, update: new Uint8Array(size).fill(id) }))
  switch (one.kind) {
    case 'settle':
      return { id, kind: 'settle' }
    case 'refused':
      return { id, kind: 'append', batch: { updates: updates(one.documents, 1), records: [taken] } }
    case 'append': {
      const batch = { updates: updates(one.documents, one.size) }
      await memory.append(batch)
      return { id, kind: 'append', batch }
    }
    case 'delete':
      await memory.deleteDocuments(one.document)
      return { id, kind: 'deleteDocuments', path: one.document }
    case 'compact':
    case 'purge': {
      const { kind, document } = one
      const { seq, tail } = await memory.load(document)
      const snapshot = { seq: seq - Math.floor(tail.length * one.back), bytes: Uint8Array.of(id) }
      if (seq > 0) await memory[kind](document, snapshot)
      return { id, kind, document, snapshot }
    }
  }
}

async function compare(answer: (request: Request) => unknown, memory: Store, document: string) {
  const expected = await memory.load(document)
  expect(answer({ id: 0, kind: 'load', document })).toEqual(expected)
  const { tail, seq } = expected
  for (let after = seq - tail.length; after <= seq; after += 1) {
    const updates = tail
      .slice(after - seq + tail.length)
      .map((bytes, index) => ({ seq: after + 1 + index, bytes }))
    expect(answer({ id: 0, kind: 'since', document, after })).toEqual({ updates, seq })
  }
}

function open(file: string) {
  const { db, damage, release } = openDatabase(file, 0)
  const answer = createAnswerRequest(db, () => {})
  const close = () => {
    db.close()
    release()
  }
  return { answer, commit: createCommitGroup(db, answer, damage), close }
}
