import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createAnswerRequest } from './answer-request.ts'
import { createCommitGroup } from './commit-group.ts'
import { openDatabase } from './open-database.ts'
import { type PackedRequests, packReplies, unpackRequests } from './packing.ts'
import type { Reply, Request } from './requests.ts'
import { explain } from './sqlite-error.ts'

// The only thread that touches the file. Requests come in groups (post.ts); the writes of a group share one
// transaction, which is what makes a sync per commit cheap.

if (parentPort) serve(parentPort, workerData as WriterData)

export interface WriterData {
  readonly file: string
  readonly checkUpTo: number
}

function serve(port: MessagePort, data: WriterData) {
  const opened = openFile(data, (line) => port.postMessage({ kind: 'noticed', line } satisfies Reply))
  if ('refused' in opened) {
    port.postMessage(opened.refused)
    port.close()
    return
  }
  const { answer, commit, damage, isNew, isUnchecked, release } = opened

  const answerAlone = (request: Request): Reply => {
    try {
      return { kind: 'answer', id: request.id, value: answer(request) }
    } catch (error) {
      const { reason, message } = explain(error)
      return { kind: 'error', id: request.id, error: { reason, message } }
    }
  }

  port.on('message', (packed: PackedRequests) => {
    const requests = unpackRequests(packed)
    for (const group of grouped(requests)) {
      const [head] = group
      if (head?.kind === 'close' && head.isTrusted) commit([{ id: head.id, kind: 'settle' }])
      const replies = head && !isWrite(head) ? group.map(answerAlone) : commit(group)
      // Before anybody hears that it is closed: whoever does may want the file.
      if (head?.kind === 'close') release()
      port.postMessage(packReplies(replies))
    }
    if (requests.at(-1)?.kind === 'close') port.close()
  })
  port.postMessage({ kind: 'opened', damage, isNew, isUnchecked } satisfies Reply)
}

function openFile({ file, checkUpTo }: WriterData, notice: (line: string) => void) {
  try {
    const { db, damage, isNew, isUnchecked, release } = openDatabase(file, checkUpTo)
    const answer = createAnswerRequest(db, notice)
    return { answer, commit: createCommitGroup(db, answer, damage), damage, isNew, isUnchecked, release }
  } catch (error) {
    const { reason, message } = explain(error)
    return { refused: { kind: 'refused', error: { reason, message } } satisfies Reply }
  }
}

// Neighbouring writes together, everything else alone, in the order asked: a read sees exactly what
// was durable when its turn came.
function grouped(requests: readonly Request[]): Request[][] {
  const groups: Request[][] = []
  for (const request of requests) {
    const last = groups.at(-1)
    if (last?.[0] && isWrite(last[0]) && isWrite(request)) last.push(request)
    else groups.push([request])
  }
  return groups
}

const writes: ReadonlySet<Request['kind']> = new Set([
  'append',
  'write',
  'compact',
  'purge',
  'deleteDocuments',
  'newGeneration',
])

const isWrite = ({ kind }: Request): boolean => writes.has(kind)
