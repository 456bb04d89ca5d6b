import type { Batch } from '../store.ts'
import type { Reply, Request } from './requests.ts'

// Between threads many small objects cost more than what is in them. Appends, which are nearly all of what is asked,
// travel as a list of names, a list of numbers and a buffer; all else as it is.

type Append = Extract<Request, { kind: 'append' }>
type Reached = Extract<Reply, { kind: 'answer' }> & { readonly value: Map<string, number> }

/** Appends in their order, read and written one number, one name and some bytes after another. */
interface PackedAppends {
  readonly kind: 'appends'
  readonly names: readonly string[]
  readonly numbers: readonly number[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface PackedAnswers {
  readonly kind: 'reached'
  readonly names: readonly string[]
  readonly numbers: readonly number[]
}

export type PackedRequests = readonly (PackedAppends | Request)[]
export type PackedReplies = readonly (PackedAnswers | Reply)[]

/** Requests in their order, as they are sent to the writer, and the buffers that go along. */
export function packRequests(requests: readonly Request[]) {
  const transfer: ArrayBuffer[] = []
  const packed = packRuns<Request, Append, PackedAppends>(requests, isPlainAppend, (appends) => {
    const run = packAppends(appends)
    transfer.push(run.bytes.buffer)
    return run
  })
  return { packed, transfer }
}

export function unpackRequests(packed: PackedRequests): Request[] {
  return packed.flatMap((one) => (one.kind === 'appends' ? unpackAppends(one) : [one]))
}

export function packReplies(replies: readonly Reply[]): PackedReplies {
  return packRuns<Reply, Reached, PackedAnswers>(replies, isReached, packAnswers)
}

export function unpackReplies(packed: PackedReplies): Reply[] {
  return packed.flatMap((one) => (one.kind === 'reached' ? unpackAnswers(one) : [one]))
}

const isPlainAppend = (request: Request): request is Append =>
  request.kind === 'append' && (request.batch.records ?? []).length === 0

// No other answer is a map (requests.ts).
const isReached = (reply: Reply): reply is Reached => reply.kind === 'answer' && reply.value instanceof Map

/** Neighbours of a kind as one, all others as they are. */
function packRuns<All, Found extends All, Packed>(
  all: readonly All[],
  isOfKind: (one: All) => one is Found,
  pack: (run: readonly Found[]) => Packed,
): (All | Packed)[] {
  const packed: (All | Packed)[] = []
  let run: Found[] = []
  const end = () => {
    if (run.length > 0) packed.push(pack(run))
    run = []
  }
  for (const one of all) {
    if (isOfKind(one)) run.push(one)
    else {
      end()
      packed.push(one)
    }
  }
  end()
  return packed
}

// Of each append: its id, how many updates it has, of each its document and length, on how many documents it stands,
// and of each of those its document, generation and number.
function packAppends(appends: readonly Append[]): PackedAppends {
  const names = createNames()
  const numbers: number[] = []
  let total = 0
  for (const { id, batch } of appends) {
    const { updates, onto = [] } = batch
    numbers.push(id, updates.length)
    for (const { document, update } of updates) {
      numbers.push(names.place(document), update.length)
      total += update.length
    }
    numbers.push(onto.length)
    for (const { document, generation, seq } of onto) numbers.push(names.place(document), generation, seq)
  }
  const bytes = new Uint8Array(total)
  let filled = 0
  for (const { batch } of appends) {
    for (const { update } of batch.updates) {
      bytes.set(update, filled)
      filled += update.length
    }
  }
  return { kind: 'appends', names: names.all, numbers, bytes }
}

function unpackAppends({ names, numbers, bytes }: PackedAppends): Append[] {
  const next = createReader(numbers)
  const appends: Append[] = []
  let read = 0
  while (next.isMore()) {
    const id = next.number()
    const updates: Batch['updates'][number][] = []
    for (let left = next.number(); left > 0; left -= 1) {
      const document = names[next.number()] ?? ''
      const start = read
      read += next.number()
      updates.push({ document, update: bytes.subarray(start, read) })
    }
    const onto: NonNullable<Batch['onto']>[number][] = []
    for (let left = next.number(); left > 0; left -= 1)
      onto.push({ document: names[next.number()] ?? '', generation: next.number(), seq: next.number() })
    appends.push({ id, kind: 'append', batch: { updates, onto } })
  }
  return appends
}

// Of each answer: the append's id, how many documents it names, and of each its name and the number reached.
function packAnswers(answers: readonly Reached[]): PackedAnswers {
  const names = createNames()
  const numbers: number[] = []
  for (const { id, value } of answers) {
    numbers.push(id, value.size)
    for (const [document, seq] of value) numbers.push(names.place(document), seq)
  }
  return { kind: 'reached', names: names.all, numbers }
}

function unpackAnswers({ names, numbers }: PackedAnswers): Reply[] {
  const next = createReader(numbers)
  const replies: Reply[] = []
  while (next.isMore()) {
    const id = next.number()
    const value = new Map<string, number>()
    for (let left = next.number(); left > 0; left -= 1) value.set(names[next.number()] ?? '', next.number())
    replies.push({ kind: 'answer', id, value })
  }
  return replies
}

/** A name that follows itself, as it mostly does, is listed once. */
function createNames() {
  const all: string[] = []
  const place = (name: string): number =>
    all.length > 0 && all[all.length - 1] === name ? all.length - 1 : all.push(name) - 1
  return { all, place }
}

function createReader(numbers: readonly number[]) {
  let at = 0
  const number = (): number => {
    at += 1
    return numbers[at - 1] ?? 0
  }
  return { number, isMore: () => at < numbers.length }
}
