import { type ClientBase, Pool } from 'pg'
import type { Ask } from './line.ts'
import { explain, isFromServer, postgresError } from './postgres-error.ts'

const most = 4

/** A few connections for everything that does not append. Each rejects with a `StorageError`. */
export function openReaders(url: string) {
  const pool = new Pool({
    connectionString: url,
    application_name: 'vispera reader',
    max: most,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 15_000,
    statement_timeout: 15_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 5_000,
    keepAlive: true,
    allowExitOnIdle: true,
  })
  // One that breaks while nobody uses it is simply replaced; whoever uses it hears of it through the question asked.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  async function using<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw explain(error)
    })
    let isBroken = false
    try {
      return await work(client)
    } catch (error) {
      const explained = explain(error)
      isBroken = explained.reason === 'unreachable' || explained.reason === 'failed'
      throw explained
    } finally {
      client.release(isBroken)
    }
  }

  const query: Ask = (asked) => using((client) => client.query(asked))

  /** Does all of `work` or nothing. */
  const transaction = <T>(work: (ask: Ask) => Promise<T>): Promise<T> =>
    using(async (client) => {
      await client.query('BEGIN')
      try {
        const value = await work((asked) => client.query(asked))
        const { command } = await client.query('COMMIT')
        if (command !== 'COMMIT') throw postgresError('failed', 'a transaction was taken back')
        return value
      } catch (error) {
        if (isFromServer(error)) await client.query('ROLLBACK')
        throw error
      }
    })

  return { query, transaction, close: () => pool.end() }
}
