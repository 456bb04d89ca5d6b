import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../workshop.ts'
import type { Agenda, AgendaStage } from './agenda.ts'
import { type Closed, closedFor, showsPresence } from './may-write.ts'
import { type StageKind, stageKinds } from './stage-kinds.ts'

/** An agenda that runs this one stage about the board `here`. */
function running(stage: Partial<AgendaStage> & { kind: StageKind }): Agenda {
  const whole = { id: 's', board: 'here', order: 'a0', minutes: 5, mode: 'live' as const, ...stage }
  const now = { stage: 's', run: 1, startedAt: 0, endsAt: null, pausedAt: null }
  return { stages: [whole], now, ended: false }
}
const idle: Agenda = { stages: [], now: null, ended: false }

const places = ['here', 'there', null] as const
const closedAt = (agenda: Agenda, role: Role) => places.map((board) => closedFor(agenda, role, board, 1_000))

// Written out on its own (boards.md, 2.5): what a participant may not do on the stage's board, another, across.
const nothing: readonly (Closed | null)[] = ['stage', 'stage', 'stage']
const drafts: readonly (Closed | null)[] = ['drafts', 'drafts', 'drafts']
const here: readonly (Closed | null)[] = [null, 'other-board', null]
const everywhere: readonly (Closed | null)[] = [null, null, null]
const table: Readonly<Record<StageKind, { closed: readonly (Closed | null)[]; isSeen: boolean }>> = {
  arrive: { closed: nothing, isSeen: true },
  imagine: { closed: nothing, isSeen: false },
  'write-silent': { closed: drafts, isSeen: false },
  reveal: { closed: nothing, isSeen: false },
  gallery: { closed: here, isSeen: true },
  'share-round': { closed: here, isSeen: true },
  'small-groups': { closed: here, isSeen: true },
  place: { closed: here, isSeen: true },
  cluster: { closed: here, isSeen: true },
  discuss: { closed: here, isSeen: true },
  backwards: { closed: here, isSeen: true },
  check: { closed: nothing, isSeen: true },
  vote: { closed: nothing, isSeen: false },
  decide: { closed: nothing, isSeen: true },
  link: { closed: everywhere, isSeen: true },
  'draft-together': { closed: here, isSeen: true },
  'read-forward': { closed: nothing, isSeen: true },
  break: { closed: nothing, isSeen: true },
  harvest: { closed: here, isSeen: true },
  close: { closed: here, isSeen: true },
}

describe.each(stageKinds)('while the stage is %s', (kind) => {
  const agenda = running({ kind })

  test('participants add as the method says, and are seen on boards as it says', () => {
    expect({ closed: closedAt(agenda, 'participant'), isSeen: showsPresence(agenda) }).toEqual(table[kind])
    expect(closedAt(agenda, 'safety-keeper')).toEqual(table[kind].closed)
  })

  test('those who lead or type for others are never held back, and onlookers always are', () => {
    for (const role of ['host', 'facilitator', 'scribe'] as const)
      expect(closedAt(agenda, role)).toEqual(everywhere)
    for (const role of ['observer', 'screen'] as const)
      expect(closedAt(agenda, role)).toEqual(['role', 'role', 'role'])
    expect(closedAt(agenda, 'interpreter')).toEqual(['interpreter', 'interpreter', 'interpreter'])
  })
})

test('before the agenda has begun and after it has ended everyone with a say writes everywhere', () => {
  for (const agenda of [idle, { ...idle, ended: true }]) {
    const open = roles.filter((role) => closedAt(agenda, role).every((closed) => closed === null))
    expect(open).toEqual(['host', 'facilitator', 'scribe', 'safety-keeper', 'participant'])
    expect(showsPresence(agenda)).toBe(true)
  }
})

test('a stage may say for itself who adds, and one about no board is about all of them', () => {
  expect(closedAt(running({ kind: 'break', adds: 'board' }), 'participant')).toEqual(here)
  expect(closedAt(running({ kind: 'discuss', adds: 'nobody' }), 'participant')).toEqual(nothing)
  expect(closedAt(running({ kind: 'discuss', board: null }), 'participant')).toEqual(everywhere)
})

test('a stage that is open until a time is open up to that very instant, and closed after it', () => {
  const until = { local: '1970-01-01T00:00', zone: 'UTC', at: 1_000 }
  const agenda = running({ kind: 'discuss', mode: 'open', until })
  const at = (instant: number) => closedFor(agenda, 'participant', 'here', instant)
  expect([at(999), at(1_000), at(1_001)]).toEqual([null, null, 'over'])
  expect(closedFor(agenda, 'facilitator', 'here', 5_000)).toBeNull()
  expect(closedAt(running({ kind: 'break', mode: 'open', until }), 'participant')).toEqual(nothing)
})

test('a stage that is not in the agenda any more holds nobody back', () => {
  expect(closedAt({ ...running({ kind: 'break' }), stages: [] }, 'participant')).toEqual(everywhere)
})
