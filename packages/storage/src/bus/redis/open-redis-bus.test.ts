import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../testing/free-port.ts'
import { startRedis, type TestRedis } from '../../testing/start-redis.ts'
import type { Bus } from '../bus.ts'
import { acceptBus } from '../bus-acceptance.ts'
import { openRedisBus } from './open-redis-bus.ts'

let redis: TestRedis
const open: Bus[] = []

beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())
afterEach(async () => {
  for (const bus of open.splice(0)) await bus.close()
})

const secret = new Uint8Array(32).fill(7)

async function aNode(prefix?: string, itsSecret = secret): Promise<Bus> {
  const named = prefix === undefined ? {} : { prefix }
  const bus = await openRedisBus({ url: redis.url, secret: itsSecret, ...named })
  open.push(bus)
  return bus
}

acceptBus('redis', async () => {
  const prefix = `test${Math.random()}`
  return {
    node: () => aNode(prefix),
    break: () => redis.kill(),
    mend: () => redis.start(),
  }
})

const bytes = (...values: number[]) => Uint8Array.from(values)

/** Sends until it is heard: a subscription takes a moment to reach the server. */
async function untilHeard(from: Bus, to: Bus, channel: string) {
  let isHeard = false
  const leave = to.subscribe(channel, () => {
    isHeard = true
  })
  await expect
    .poll(
      () => {
        from.publish(channel, bytes(1))
        return isHeard
      },
      { timeout: 15_000 },
    )
    .toBe(true)
  leave()
}

describe('a bus over Redis', () => {
  test('opens without Redis, and says so instead of throwing', async () => {
    const bus = await openRedisBus({ url: `redis://127.0.0.1:${await freePort()}`, secret })
    open.push(bus)
    bus.subscribe('a', () => {})
    bus.publish('a', bytes(1))
    expect(bus.health()).toEqual({
      connected: false,
      problem: expect.stringContaining('Redis does not answer'),
    })
  })

  test('notices a Redis that says nothing any more, gathers nothing for it, and comes back', async () => {
    const [ana, ben] = [await aNode(), await aNode()]
    await untilHeard(ana, ben, 'a')
    redis.freeze()
    const large = new Uint8Array(1_000_000)
    const before = process.memoryUsage().external
    for (let count = 0; count < 200; count += 1) ana.publish('a', large)
    expect(process.memoryUsage().external - before).toBeLessThan(100_000_000)
    await expect.poll(() => ana.health().connected, { timeout: 10_000 }).toBe(false)
    redis.thaw()
    await untilHeard(ana, ben, 'a')
    await expect.poll(() => ana.health(), { timeout: 20_000 }).toEqual({ connected: true, problem: null })
  })

  test('hears nothing of others who use the same server under another name', async () => {
    const [ana, ben, other] = [await aNode('one'), await aNode('one'), await aNode('two')]
    let heard = 0
    other.subscribe('a', () => {
      heard += 1
    })
    await untilHeard(ana, ben, 'a')
    expect(heard).toBe(0)
  })

  test('tells Redis nothing, and hears nothing of whoever does not know the secret', async () => {
    const [ana, ben, mallory] = [await aNode(), await aNode(), await aNode('vispera', new Uint8Array(32))]
    const wire = new Redis(redis.url)
    wire.on('error', () => {})
    const overheard: string[] = []
    await wire.psubscribe('*')
    wire.on('pmessageBuffer', (_, channel: Buffer, message: Buffer) => {
      if (overheard.length > 100) return
      overheard.push(channel.toString(), message.toString('latin1'))
      // Said again as it was, elsewhere, and by somebody else.
      mallory.publish('w/draft/rosa', message)
    })
    const heard: string[] = []
    ben.subscribe('w/draft/rosa', (message) => void heard.push(new TextDecoder().decode(message)))
    await untilHeard(ana, ben, 'w/draft/other')
    ana.publish('w/draft/rosa', new TextEncoder().encode('meet at the old mill'))
    await expect.poll(() => heard).toEqual(['meet at the old mill'])
    expect(overheard.length).toBeGreaterThan(2)
    expect(overheard.join('\n')).not.toMatch(/old mill|rosa|draft/)
    wire.disconnect()
  })

  test('what was published before it closes arrives', async () => {
    const [ana, ben] = [await aNode(), await aNode()]
    await untilHeard(ana, ben, 'z')
    const heard: number[] = []
    ben.subscribe('z', (message) => void heard.push(message[0] ?? 0))
    await untilHeard(ana, ben, 'y')
    ana.publish('z', bytes(42))
    await ana.close()
    await expect.poll(() => heard).toContain(42)
  })
})
