import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Bus } from './bus.ts'

/** How the acceptance suite gets at an adapter: nodes of one bus, and breaking the line between them. */
export interface BusMaker {
  node(): Promise<Bus>
  /** Messages are lost from here on. */
  break(): Promise<void>
  /** Resolves when the line is whole again for every node. */
  mend(): Promise<void>
}

const bytes = (...values: number[]) => Uint8Array.from(values)

/** What every bus between machines must do. An adapter calls this from its test file. */
export function acceptBus(name: string, prepare: () => Promise<BusMaker>) {
  describe(`${name} as a bus`, () => {
    let maker: BusMaker
    let [ana, ben]: [Bus, Bus] = [] as never
    const heard: number[][] = []
    const listen = (bus: Bus, channel: string) =>
      bus.subscribe(channel, (message) => void heard.push([...message]))
    /** Subscribing may take a moment to reach the wire: asks again until it is heard. */
    const untilHeard = async (from: Bus, channel: string) => {
      await expect
        .poll(
          () => {
            from.publish(channel, bytes(0))
            return heard.length
          },
          { interval: 20, timeout: 10_000 },
        )
        .toBeGreaterThan(0)
      await new Promise((resolve) => setTimeout(resolve, 100))
      heard.length = 0
    }

    beforeEach(async () => {
      heard.length = 0
      maker = await prepare()
      ;[ana, ben] = [await maker.node(), await maker.node()]
    })
    afterEach(async () => {
      await Promise.all([ana.close(), ben.close()])
    })

    test('a message reaches the others in order, byte for byte, and not its sender', async () => {
      listen(ben, 'w/board/b')
      await untilHeard(ana, 'w/board/b')
      listen(ana, 'w/board/b')
      for (let number = 0; number < 200; number += 1) ana.publish('w/board/b', bytes(number, 255, 0, 10, 13))
      await expect.poll(() => heard.length).toBe(200)
      expect(heard).toEqual(Array.from({ length: 200 }, (_, number) => [number, 255, 0, 10, 13]))
    })

    test('channels do not hear each other, and who has left hears nothing', async () => {
      const leave = listen(ben, 'a')
      await untilHeard(ana, 'a')
      ana.publish('b', bytes(1))
      ana.publish('a*', bytes(2))
      ana.publish('a', bytes(3))
      await expect.poll(() => heard).toEqual([[3]])
      leave()
      listen(ben, 'c')
      await untilHeard(ana, 'c')
      ana.publish('a', bytes(4))
      ana.publish('c', bytes(5))
      await expect.poll(() => heard).toEqual([[5]])
    })

    test('whoever subscribes is told from when on nothing is missed', async () => {
      await new Promise<void>((resolve) => {
        ben.subscribe('a', (message) => void heard.push([...message]), resolve)
      })
      ana.publish('a', bytes(1))
      await expect.poll(() => heard).toEqual([[1]])
    })

    test('two who listen to one channel are both told', async () => {
      listen(ben, 'a')
      listen(ben, 'a')
      await untilHeard(ana, 'a')
      ana.publish('a', bytes(7))
      await expect.poll(() => heard).toEqual([[7], [7]])
    })

    test('a broken line throws nothing, is told of, and afterwards everyone hears that they may have missed something', async () => {
      listen(ben, 'a')
      await untilHeard(ana, 'a')
      const gaps: string[] = []
      ben.onGap(() => gaps.push('ben'))
      expect(ben.health()).toEqual({ connected: true, problem: null })
      await maker.break()
      ana.publish('a', bytes(1))
      await expect.poll(() => ben.health().connected, { timeout: 10_000 }).toBe(false)
      expect(ben.health().problem).toEqual(expect.any(String))
      await maker.mend()
      await expect.poll(() => gaps, { timeout: 10_000 }).toEqual(['ben'])
      heard.length = 0
      await untilHeard(ana, 'a')
      ana.publish('a', bytes(2))
      await expect.poll(() => heard).toEqual([[2]])
      await expect.poll(() => ben.health(), { timeout: 10_000 }).toEqual({ connected: true, problem: null })
    })
  })
}
