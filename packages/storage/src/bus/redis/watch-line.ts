import type { Redis } from 'ioredis'

const pingMs = 2_000
const patienceMs = 3_000

/**
 * Keeps an eye on one connection: calls `ready` each time that it can be used, and cuts it when the server says
 * nothing any more, so that it is made anew.
 */
export function watchLine(redis: Redis, ready: () => unknown) {
  let problem: Error | null = new Error('not connected yet')
  let isClosed = false
  let attempted = () => {}
  const firstAttempt = new Promise<void>((resolve) => {
    attempted = resolve
  })

  redis.on('error', (error: Error) => {
    problem = error
  })
  redis.on('close', () => {
    problem ??= new Error('the connection was closed')
    attempted()
  })
  redis.on('ready', async () => {
    try {
      await ready()
      problem = null
    } catch (error) {
      // It broke again at once; the next one makes up for it.
      problem = error instanceof Error ? error : new Error(String(error))
    }
    attempted()
  })

  const pinging = setInterval(async () => {
    if (redis.status !== 'ready') return
    const impatience = setTimeout(() => {
      problem = new Error('it says nothing any more')
      redis.disconnect(true)
    }, patienceMs)
    await redis.ping().catch(() => {})
    clearTimeout(impatience)
  }, pingMs)
  pinging.unref()

  return {
    firstAttempt,
    problem: (): Error | null => (isClosed ? new Error('closed') : problem),
    close() {
      isClosed = true
      clearInterval(pinging)
      redis.disconnect()
    },
  }
}
