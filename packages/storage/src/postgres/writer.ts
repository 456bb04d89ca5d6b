import type { Client } from 'pg'
import type { StorageError } from '../storage-error.ts'
import type { Batch, RecordChange } from '../store.ts'
import { commitGroup, type Write } from './commit-group.ts'
import { openLine } from './line.ts'
import { explain, postgresError } from './postgres-error.ts'
import { lockClass } from './schema.ts'

/** A group is cut here, so that one commit never takes long. */
const mostBytes = 8_000_000
const mostWrites = 1_000
/** So long a backend of ours may take to end. */
const endingMs = 5_000

/** The one connection that appends; while one commit is under way, what comes in waits for the next. */
export async function openWriter(url: string, patienceMs: number) {
  const place = createPlace()
  const line = await openLine({ url, name: 'vispera writer', patienceMs, setUp: place.take })
  let waiting: Write[] = []
  let working: Promise<void> | null = null
  let problem: StorageError | null = null
  let isClosing = false

  async function work() {
    // Whatever is asked in the same breath shares the first commit already.
    await Promise.resolve()
    while (waiting.length > 0) await commitGroup(line, takeGroup())
    working = null
  }

  function takeGroup(): Write[] {
    let bytes = 0
    let count = 0
    for (const { batch } of waiting) {
      bytes += batch.updates.reduce((sum, { update }) => sum + update.length, 0)
      if (count > 0 && (bytes > mostBytes || count === mostWrites)) break
      count += 1
    }
    const group = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return group
  }

  function ask(batch: Batch): Promise<Map<string, number> | null> {
    if (isClosing) return Promise.reject(postgresError('closed'))
    return new Promise((resolve, reject) => {
      waiting.push({
        batch: copyOf(batch),
        answered: (reached) => {
          problem = null
          resolve(reached)
        },
        failed: (error) => {
          const explained = explain(error)
          if (explained.reason !== 'outdated') problem = explained
          reject(explained)
        },
      })
      working ??= work()
    })
  }

  return {
    line,
    async append(batch: Batch): Promise<Map<string, number>> {
      const reached = await ask(batch)
      if (!reached) throw postgresError('failed', 'a record claimed with an update exists already')
      return reached
    },
    write: async (records: readonly RecordChange[]) => (await ask({ updates: [], records })) !== null,
    /** Why nothing can be written; a line that is back has had no failed write yet. */
    problem: (): StorageError | null =>
      line.problem() ?? (problem?.reason === 'unreachable' ? null : problem),
    slot: place.slot,
    /** Refuses what is asked from now on; resolves when what was asked before is committed. */
    async finish() {
      isClosing = true
      await working
    },
    close: line.close,
  }
}

// The caller's bytes are its own again as soon as it has asked.
const copyOf = (batch: Batch): Batch => ({
  ...batch,
  updates: batch.updates.map(({ document, update }) => ({ document, update: update.slice() })),
})

/**
 * What every session of the writer holds. Its number is an advisory lock of the very session that appends: nothing
 * can be written under a number that somebody else may have by now. Before a new session takes over, the one before
 * it is ended for certain, so that a commit whose answer was lost has either happened by then or never will.
 */
function createPlace() {
  let slot: number | null = null
  let before: { pid: number; startedAt: string } | null = null

  async function take(client: Client) {
    await client.query(sessionSettings)
    if (before) await end(client, before)
    const { rows } = await client.query<{ pid: number; startedAt: string }>(
      `SELECT pid, backend_start::text AS "startedAt" FROM pg_stat_activity WHERE pid = pg_backend_pid()`,
    )
    before = rows[0] ?? null
    const wanted = slot === null ? [0, 1023] : [slot, slot]
    const taken = await client.query<{ slot: number }>(
      'SELECT n AS slot FROM generate_series($2::int, $3::int) n WHERE pg_try_advisory_lock($1, n) LIMIT 1',
      [lockClass, ...wanted],
    )
    if (!taken.rows[0]) throw postgresError('in-use')
    slot = taken.rows[0].slot
  }

  return { take, slot: () => slot ?? 0 }
}

async function end(client: Client, { pid, startedAt }: { pid: number; startedAt: string }) {
  const until = Date.now() + endingMs
  for (;;) {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND backend_start::text = $2`,
      [pid, startedAt],
    )
    if (!rowCount) return
    if (Date.now() > until) throw postgresError('unreachable', 'a session before this one does not end')
    await client.query('SELECT pg_sleep(0.01)')
  }
}

// What is answered must be on disk, whatever the server's default. A node that is frozen in the middle of a
// transaction must not hold what it has locked.
const sessionSettings = `
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');
  SET idle_in_transaction_session_timeout = '5s';
  SET lock_timeout = '8s';
  SET client_min_messages = 'warning'`
