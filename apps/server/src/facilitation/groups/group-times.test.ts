import { groupEndsAt, readAgenda, readGroups, type Split, writeSplit, writeStage } from '@vispera/board'
import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import type { Services } from '../../services.ts'
import type { Command, CommandContext } from '../command.ts'
import { commands } from '../commands.ts'

const minute = 60_000
const begun = 1_000_000

/** Three groups in memory with ten minutes each; `say` at so many minutes after they began. */
function threeGroups(given: Partial<Split> = {}) {
  const doc = new Doc()
  writeSplit(doc, {
    ...{ id: 's', board: 'b', own: 'copy', private: false, endsAt: null, state: 'running' },
    groups: [1, 2, 3].map((number) => ({
      ...{ id: `g${number}`, number, at: `b${number}` },
      endsAt: begun + 10 * minute,
    })),
    ...given,
  })
  const write = async (_: string, change: (doc: Doc) => void) => {
    change(doc)
    return null
  }
  const services = { stages: { write } } as unknown as Services
  const seat = { workshop: 'w', participant: 'rosa', role: 'facilitator' } as CommandContext['seat']
  const say = async (name: string, input: Readonly<Record<string, unknown>>, after: number) => {
    const command = (commands as readonly Command[]).find((one) => one.name === name)
    const now = begun + after * minute
    const context = { services, workshop: 'w', seat, token: '', now }
    return await command?.run(context, command.input.parse({ command: name, ...input }) as never)
  }
  const split = () => readGroups(doc).split as Split
  const ends = () => split().groups.map((group) => groupEndsAt(split(), group))
  /** Minutes after they began at which each group's time ends. */
  const times = () => ends().map((endsAt) => endsAt && (endsAt - begun) / minute)
  const saw = () => Object.fromEntries(split().groups.map(({ id }, at) => [id, ends()[at] ?? null]))
  const run = () => readAgenda(doc).now?.run ?? 0
  return { doc, say, times, saw, run }
}

test('each group has a time of its own, set and taken away without the others', async () => {
  const { say, times } = threeGroups()
  await say('group-timer', { group: 'g2', minutes: 4 }, 1)
  expect(times()).toEqual([10, 5, 10])
  await say('group-timer', { group: 'g1', minutes: 0 }, 2)
  expect(times()).toEqual([null, 5, 10])
  await say('group-timer', { minutes: 2 }, 3)
  expect(times()).toEqual([5, 5, 5])
})

test('one group or all get more time; those whose time is up get it from now, those without a timer none', async () => {
  const { say, times, saw } = threeGroups()
  await say('extend-groups', { group: 'g1', minutes: 5, saw: saw() }, 1)
  expect(times()).toEqual([15, 10, 10])
  await say('group-timer', { group: 'g3', minutes: 0 }, 1)
  await say('extend-groups', { minutes: 1, saw: saw() }, 12)
  expect(times()).toEqual([16, 13, null])
})

test('one more minute that two who lead give at once on the same sight is one, for each group', async () => {
  const { say, times, saw } = threeGroups()
  const same = saw()
  await say('extend-groups', { minutes: 1, saw: same }, 1)
  expect(await say('extend-groups', { minutes: 1, saw: same }, 1)).toMatchObject({ extended: 0 })
  expect(await say('extend-groups', { group: 'g2', minutes: 5, saw: same }, 1)).toMatchObject({ extended: 0 })
  expect(times()).toEqual([11, 11, 11])
  await say('extend-groups', { minutes: 1, saw: saw() }, 1)
  expect(times()).toEqual([12, 12, 12])
})

test('a stop stays a stop, whoever gives a minute at the same time', async () => {
  const { say, times, saw } = threeGroups()
  const same = saw()
  await say('group-timer', { minutes: 0 }, 1)
  await say('extend-groups', { minutes: 1, saw: same }, 1)
  expect(times()).toEqual([null, null, null])
})

test('groups stand still while everything is paused, and what is given then begins afterwards', async () => {
  const { say, times, saw, run } = threeGroups()
  await say('pause', {}, 4)
  await say('extend-groups', { group: 'g1', minutes: 5, saw: saw() }, 6)
  await say('group-timer', { group: 'g3', minutes: 3 }, 7)
  expect(times()).toEqual([15, 10, 7])
  await say('resume', { run: run() }, 24)
  expect(times()).toEqual([35, 30, 27])
  await say('resume', { run: run() }, 30)
  expect(times()).toEqual([35, 30, 27])
})

test('a pause that ends with the next stage was a pause for the groups too', async () => {
  const { doc, say, times, run } = threeGroups()
  writeStage(doc, {
    ...{ id: 'talk', kind: 'discuss', board: null, order: 'a0', minutes: 0, mode: 'manual' },
  })
  await say('pause', {}, 4)
  await say('start-stage', { run: run(), stage: 'talk' }, 9)
  expect(times()).toEqual([15, 15, 15])
})

test('a workshop with one time for all groups goes on with a time for each', async () => {
  const groups = [1, 2].map((number) => ({ id: `g${number}`, number, at: `b${number}` }))
  const { say, times, saw } = threeGroups({ endsAt: begun + 8 * minute, groups })
  expect(times()).toEqual([8, 8])
  await say('extend-groups', { group: 'g2', minutes: 1, saw: saw() }, 1)
  expect(times()).toEqual([8, 9])
})

test('a group that is gone is said to be gone', async () => {
  const { say, saw } = threeGroups()
  await expect(say('group-timer', { group: 'g9', minutes: 1 }, 1)).rejects.toThrow('no such group')
  await expect(say('extend-groups', { group: 'g9', minutes: 1, saw: saw() }, 1)).rejects.toThrow(
    'no such group',
  )
})
