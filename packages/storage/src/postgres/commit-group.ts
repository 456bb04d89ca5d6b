import type { StorageError } from '../storage-error.ts'
import type { Batch, RecordChange } from '../store.ts'
import { type AppendRow, appendStatement, numbersReached } from './append.ts'
import type { Ask, Line } from './line.ts'
import { explain, isClash, isFromServer } from './postgres-error.ts'

/** What the writer is asked to commit; `answered` and `failed` settle the caller's promise. */
export interface Write {
  readonly batch: Batch
  /** The numbers reached; `null`, and nothing was written, when a claimed key is taken. */
  answered(reached: Map<string, number> | null): void
  failed(error: unknown): void
}

/** Somebody else was in the way: the same is tried so often. */
const attempts = 4

/**
 * Commits all writes of a group, as few ways to the server as can be: neighbours without claims are one statement,
 * which is its own transaction. A write that claims a key is decided in a transaction of its own. A write that the
 * server refuses does not take its neighbours along.
 */
export async function commitGroup(line: Line, group: readonly Write[]): Promise<void> {
  for (const run of runsOf(group)) {
    const [first] = run
    if (first && claimsOf(first).length > 0) await commitClaims(line, first)
    else await commitRun(line, run)
  }
}

async function commitRun(line: Line, run: readonly Write[]): Promise<void> {
  const batches = run.map(({ batch }) => batch)
  try {
    const { rows } = await insisting(() => line.query<AppendRow>(appendStatement(batches)))
    const reached = numbersReached(batches, rows)
    for (const [index, write] of run.entries()) write.answered(reached[index] ?? new Map())
  } catch (error) {
    // The fault of one, not of the database: the others deserve their own attempt.
    if (isFromServer(error) && isOfOne(explain(error)) && run.length > 1) {
      for (const write of run) await commitRun(line, [write])
      return
    }
    for (const write of run) write.failed(explain(error))
  }
}

const isOfOne = ({ reason }: StorageError) => reason === 'failed' || reason === 'outdated'

async function commitClaims(line: Line, write: Write): Promise<void> {
  try {
    write.answered(await insisting(() => line.transaction((ask) => claimAndWrite(ask, write))))
  } catch (error) {
    if (error instanceof Taken) write.answered(null)
    else write.failed(explain(error))
  }
}

class Taken extends Error {}

async function claimAndWrite(ask: Ask, write: Write): Promise<Map<string, number>> {
  const claims = claimsOf(write)
  const { rowCount } = await ask({
    name: 'claim',
    text: `INSERT INTO vispera.record (collection, key, value)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS c (collection, key, value)
           ORDER BY collection, key ON CONFLICT DO NOTHING`,
    values: [
      claims.map(({ collection }) => collection),
      claims.map(({ key }) => key),
      claims.map(({ value }) => JSON.stringify(value)),
    ],
  })
  if (rowCount !== claims.length) throw new Taken()
  const records = (write.batch.records ?? []).filter(({ kind }) => kind !== 'claim')
  const rest = { ...write.batch, records }
  const { rows } = await ask<AppendRow>(appendStatement([rest]))
  return numbersReached([rest], rows)[0] ?? new Map()
}

async function insisting<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isClash(error) || attempt === attempts) throw error
    }
  }
}

/** Neighbours without claims together, each other write alone, in the order asked. */
function runsOf(group: readonly Write[]): Write[][] {
  const runs: Write[][] = []
  for (const write of group) {
    const last = runs.at(-1)
    const joins = last?.[0] && claimsOf(write).length === 0 && claimsOf(last[0]).length === 0
    if (joins) last.push(write)
    else runs.push([write])
  }
  return runs
}

const claimsOf = ({ batch }: Write) =>
  (batch.records ?? []).filter(
    (change): change is Extract<RecordChange, { kind: 'claim' }> => change.kind === 'claim',
  )
