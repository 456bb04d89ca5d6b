import { setTimeout as pause } from 'node:timers/promises'
import { createTurns } from '../turns.ts'
import { openLine } from './line.ts'
import { explain, postgresError } from './postgres-error.ts'

/** How soon a name that another machine holds is asked for again, and for how long. */
const againMs = 20
const longestMs = 30_000

/**
 * Advisory locks of one session, so that all of them take one connection. They are asked for again and again rather
 * than waited for, because waiting would hold up every other name. A node that is frozen stops sending heartbeats,
 * and the server ends its session and with it all that it held.
 */
export async function openLocks(url: string, patienceMs: number) {
  const line = await openLine({
    url,
    name: 'vispera locks',
    patienceMs,
    setUp: async (client) => {
      await client.query(`SET idle_session_timeout = '10s'`)
    },
  })
  const inTurn = createTurns()
  let isClosing = false

  async function take(name: string) {
    const until = Date.now() + longestMs
    for (;;) {
      if (isClosing) throw postgresError('closed')
      const { rows } = await line.query<{ is: boolean }>({
        name: 'lock',
        text: 'SELECT pg_try_advisory_lock(hashtextextended($1, 1)) AS is',
        values: [name],
      })
      if (rows[0]?.is) return
      if (Date.now() > until) throw postgresError('unreachable', 'another machine is busy with this')
      await pause(againMs * (0.5 + Math.random()))
    }
  }

  /** A lock that cannot be given back was lost already, with the session that held it. */
  async function giveBack(name: string) {
    const query = {
      name: 'unlock',
      text: 'SELECT pg_advisory_unlock(hashtextextended($1, 1))',
      values: [name],
    }
    await line.query(query).catch(() => {})
  }

  return {
    exclusively: <T>(name: string, work: () => Promise<T>): Promise<T> =>
      inTurn(name, async () => {
        await take(name).catch((error: unknown) => {
          throw explain(error)
        })
        try {
          return await work()
        } finally {
          await giveBack(name)
        }
      }),
    async close() {
      isClosing = true
      await line.close()
    },
  }
}
