import { expect, it } from 'vitest'
import { Doc } from 'yjs'
import { readGroups, type Split, writeSplit } from './groups.ts'
import { groupEndsAt, groupLeftMs, withGroupTimes } from './groups-time.ts'

const groups = [1, 2].map((number) => ({ id: `g${number}`, number, at: `b${number}` }))
const common: Split = {
  ...{ id: 's', board: 'b', own: 'copy', private: false, state: 'running' },
  ...{ endsAt: 9_000, groups },
}
const times = (split: Split) => split.groups.map((group) => groupEndsAt(split, group))

it('a workshop from when all groups had one time gives each of them that time', () => {
  const doc = new Doc()
  writeSplit(doc, common)
  const { split } = readGroups(doc)
  expect(split && times(split)).toEqual([9_000, 9_000])
})

it('each group has its own time, and one without is not given that of all', () => {
  const doc = new Doc()
  writeSplit(
    doc,
    withGroupTimes(common, (endsAt, { id }) => (id === 'g1' ? null : (endsAt ?? 0) + 500)),
  )
  const { split } = readGroups(doc)
  expect(split && times(split)).toEqual([null, 9_500])
})

it('a group’s time stands still while everything is paused', () => {
  expect(groupLeftMs(9_000, null, 5_000)).toBe(4_000)
  expect(groupLeftMs(9_000, 5_000, 8_000)).toBe(4_000)
  expect(groupLeftMs(9_000, null, 9_500)).toBe(-500)
})
