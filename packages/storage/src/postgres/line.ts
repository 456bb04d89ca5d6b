import { setTimeout as pause } from 'node:timers/promises'
import { Client, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg'
import type { StorageError } from '../storage-error.ts'
import { createTurns } from '../turns.ts'
import { explain, isFromServer, postgresError } from './postgres-error.ts'

export type Ask = <Row extends QueryResultRow>(query: QueryConfig) => Promise<QueryResult<Row>>

/** One connection that comes back by itself. */
export interface Line {
  /**
   * Asks over the connection. Rejects with a `StorageError` when there is none, or the answer takes too long: what
   * was asked may have happened then. Rejects with the server's own error when it was the server that refused.
   */
  readonly query: Ask
  /** Does all of `work` or nothing, over one connection: never half of it over the next one. */
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>
  /** Resolves while there is a connection, or once the first attempt after losing one succeeds; else rejects. */
  ready(): Promise<void>
  /** Why there is no connection; null when there is one. */
  problem(): StorageError | null
  close(): Promise<void>
}

export interface LineOptions {
  readonly url: string
  /** Seen in the server's list of connections. */
  readonly name: string
  /** An answer that takes longer will not come, as far as whoever waits for it is concerned. */
  readonly patienceMs: number
  /** Makes each new connection ready, before anything else is asked over it. */
  setUp(client: Client): Promise<void>
}

const connectMs = 5_000
const heartbeatMs = 3_000
const firstRetryMs = 100
const longestRetryMs = 2_000

/** Connects; rejects with a `StorageError` when that fails the first time. */
export async function openLine({ url, name, patienceMs, setUp }: LineOptions): Promise<Line> {
  let client: Client | null = null
  let problem: StorageError | null = null
  let attempt: Promise<void> | null = null
  let askedAt = Date.now()
  let isClosed = false

  async function connect() {
    const fresh = new Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
    })
    fresh.on('error', (error) => drop(fresh, error))
    fresh.on('end', () => drop(fresh, postgresError('unreachable', 'the connection ended')))
    try {
      await fresh.connect()
      await setUp(fresh)
    } catch (error) {
      hangUp(fresh)
      throw explain(error)
    }
    if (isClosed) return hangUp(fresh)
    client = fresh
    problem = null
  }

  function drop(lost: Client, error: unknown) {
    if (client !== lost) return
    client = null
    problem = explain(error)
    hangUp(lost)
    if (!isClosed) attempt = reconnect()
  }

  /** Resolves after the first attempt, whatever became of it; goes on behind that until one succeeds. */
  async function reconnect() {
    try {
      await connect()
    } catch (error) {
      problem = explain(error)
      void keepTrying()
    }
  }

  async function keepTrying() {
    for (let waitMs = firstRetryMs; !isClosed && !client; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      // Not all nodes at the same moment.
      await pause(waitMs * (0.5 + Math.random()), undefined, { ref: false })
      if (isClosed) return
      await connect().catch((error: unknown) => {
        problem = explain(error)
      })
    }
  }

  async function ready() {
    if (isClosed) throw postgresError('closed')
    if (!client) await attempt
    if (!client) throw problem ?? postgresError('unreachable')
  }

  async function current(): Promise<Client> {
    await ready()
    if (!client) throw postgresError('unreachable')
    return client
  }

  const askOver =
    (asked: Client): Ask =>
    async (query) => {
      if (client !== asked) throw problem ?? postgresError('unreachable')
      askedAt = Date.now()
      const tooLong = postgresError('unreachable', 'it took too long')
      const impatience = setTimeout(() => drop(asked, tooLong), patienceMs)
      try {
        return await asked.query(query)
      } catch (error) {
        if (isFromServer(error)) throw error
        drop(asked, error)
        throw explain(error)
      } finally {
        clearTimeout(impatience)
      }
    }

  // One question after the other; nobody comes in between those of a transaction.
  const inTurn = createTurns()
  const query: Ask = (asked) => inTurn(name, async () => askOver(await current())(asked))
  const transaction = <T>(work: (ask: Ask) => Promise<T>): Promise<T> =>
    inTurn(name, async () => transact(askOver(await current()), work))

  async function transact<T>(ask: Ask, work: (ask: Ask) => Promise<T>): Promise<T> {
    await ask({ text: 'BEGIN' })
    try {
      const value = await work(ask)
      const { command } = await ask({ text: 'COMMIT' })
      if (command !== 'COMMIT') throw postgresError('failed', 'a transaction was taken back')
      return value
    } catch (error) {
      // Where the line is gone, so is the transaction.
      await ask({ text: 'ROLLBACK' }).catch(() => {})
      throw error
    }
  }

  // A server that has gone without a word would be noticed by nobody who does not ask.
  const heartbeat = setInterval(() => {
    if (client && Date.now() - askedAt >= heartbeatMs) query({ text: 'SELECT 1' }).catch(() => {})
  }, heartbeatMs)
  heartbeat.unref()

  await connect()
  return {
    query,
    transaction,
    ready,
    problem: () => problem,
    async close() {
      isClosed = true
      clearInterval(heartbeat)
      const last = client
      client = null
      problem = postgresError('closed')
      await last?.end().catch(() => {})
    },
  }
}

/** Does not wait for a goodbye: the other side may be gone. */
function hangUp(client: Client) {
  client.end().catch(() => {})
}
