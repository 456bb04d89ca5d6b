import { readDecisions, readVotes } from '@vispera/board'
import { readSeat } from '../../session/seat.ts'
import { readStored, writeStored } from '../../session/stored.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'

/** What this device remembers of somebody's last visit: numbers and ids, no words. */
export interface LastVisit {
  readonly at: number
  /** Notes on each board by then; `unseen` for one that was there and that this device did not count. */
  readonly boards: Readonly<Record<string, number>>
  readonly votes: readonly string[]
  readonly decisions: readonly string[]
}

export interface News {
  readonly boards: readonly { readonly id: string; readonly title: string; readonly more: number }[]
  readonly votes: number
  readonly decisions: number
}

const unseen = -1

const keyOf = (workshop: string) => `last.${workshop}`

export function readLastVisit(workshop: string): LastVisit | null {
  try {
    const read: unknown = JSON.parse(readStored(keyOf(workshop)) ?? 'null')
    if (typeof read !== 'object' || read === null) return null
    const { at, boards, votes, decisions } = read as Partial<Record<keyof LastVisit, unknown>>
    if (typeof at !== 'number' || typeof boards !== 'object' || boards === null) return null
    return { at, boards: numbersIn(boards), votes: wordsIn(votes), decisions: wordsIn(decisions) }
  } catch {
    return null
  }
}

const numbersIn = (value: object): Record<string, number> =>
  Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Remembers this visit; in a protected workshop nothing of it stays on the device. */
export function rememberVisit(session: WorkshopSession, counts: Readonly<Record<string, number>>): void {
  const stage = session.stage()
  // Whoever has left wants nothing remembered, also while the page goes.
  if (!stage || !readSeat(session.workshop)) return
  const uncounted = Object.fromEntries(stage.boards.map(({ id }) => [id, unseen]))
  const visit: LastVisit = { at: Date.now(), boards: { ...uncounted, ...counts }, ...happened(session) }
  const isKept = stage.workshop.safety !== 'protected'
  writeStored(keyOf(session.workshop), isKept ? JSON.stringify(visit) : null)
}

const happened = ({ stageDoc }: WorkshopSession) => ({
  votes: readVotes(stageDoc)
    .filter(({ state }) => state !== 'open')
    .map(({ id }) => id),
  decisions: readDecisions(stageDoc).map(({ id }) => id),
})

/** What has come since then; null when nothing has. */
export function newsSince(
  session: WorkshopSession,
  before: LastVisit,
  counts: Readonly<Record<string, number>>,
): News | null {
  const now = happened(session)
  const boards = (session.stage()?.boards ?? []).flatMap(({ id, title }) => {
    const was = before.boards[id] ?? 0
    const more = (counts[id] ?? 0) - was
    return was !== unseen && more > 0 ? [{ id, title, more }] : []
  })
  const fresh = (ids: readonly string[], known: readonly string[]) =>
    ids.filter((id) => !known.includes(id)).length
  const votes = fresh(now.votes, before.votes)
  const decisions = fresh(now.decisions, before.decisions)
  return boards.length + votes + decisions === 0 ? null : { boards, votes, decisions }
}
