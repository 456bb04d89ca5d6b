import type { Agenda, AgendaStage, Now } from '@vispera/board'

const minute = 60_000

/** The stage that runs, and what stands round it. */
export interface PlaceInAgenda {
  readonly now: Now
  readonly stage: AgendaStage
  /** Counted from 1. */
  readonly number: number
  readonly count: number
  readonly next: AgendaStage | null
}

/** Null while no stage runs, also when the one that ran was taken out of the agenda. */
export function placeIn({ stages, now }: Agenda): PlaceInAgenda | null {
  const at = stages.findIndex(({ id }) => id === now?.stage)
  const stage = stages[at]
  if (!now || !stage) return null
  return { now, stage, number: at + 1, count: stages.length, next: stages[at + 1] ?? null }
}

export type StageState = 'done' | 'now' | 'to-come'

/** Before the agenda is started everything is to come; after it has ended everything is done. */
export function stateOf(agenda: Agenda, index: number): StageState {
  const at = agenda.stages.findIndex(({ id }) => id === agenda.now?.stage)
  if (!agenda.now) return agenda.ended ? 'done' : 'to-come'
  if (index === at) return 'now'
  return index < at ? 'done' : 'to-come'
}

/** Minutes that a stage takes on the timer; one without a timer takes none that anybody planned. */
export const plannedMinutes = ({ mode, minutes }: AgendaStage): number => (mode === 'open' ? 0 : minutes)

export interface Schedule {
  /** Minutes of the whole agenda as it is planned. */
  readonly total: number
  /** Minutes that the stages before the one that runs were planned to take. */
  readonly done: number
  /** When the last stage ends if everything goes as planned from here (server's clock); null where nobody can say. */
  readonly endsAt: number | null
  /** Milliseconds behind the plan so far; negative when ahead. */
  readonly behindMs: number
}

/** How an agenda stands at the server's time `at`. */
export function scheduleOf({ stages, now }: Agenda, at: number): Schedule {
  const minutes = (some: readonly AgendaStage[]) =>
    some.reduce((sum, stage) => sum + plannedMinutes(stage), 0)
  const index = stages.findIndex(({ id }) => id === now?.stage)
  const before = stages.slice(0, Math.max(0, index))
  const total = minutes(stages)
  const done = minutes(before)
  const stage = stages[index]
  const isOpenEnded = stages.slice(Math.max(0, index)).some(({ mode }) => mode === 'open')
  if (!now || !stage) {
    return { total, done, endsAt: isOpenEnded ? null : at + total * minute, behindMs: 0 }
  }
  const ran = before.reduce((sum, { ranMs }) => sum + (ranMs ?? 0), 0)
  const hereMs = (now.pausedAt ?? at) - now.startedAt
  const plannedHereMs = plannedMinutes(stage) * minute
  // What was added here counts as behind from the moment it is added; an unused rest never as ahead before it is over.
  const grantedMs = now.endsAt === null ? plannedHereMs : now.endsAt - now.startedAt
  const behindMs = ran - done * minute + Math.max(hereMs, grantedMs) - plannedHereMs
  const leftMs = now.endsAt === null ? plannedHereMs - hereMs : now.endsAt - (now.pausedAt ?? at)
  const endsAt = at + Math.max(0, leftMs) + minutes(stages.slice(index + 1)) * minute
  return { total, done, endsAt: isOpenEnded ? null : endsAt, behindMs }
}
