import { isDeepStrictEqual } from 'node:util'
import {
  type Agenda,
  type BoardEntry,
  documentNames,
  type Groups,
  type Lead,
  type Ordered,
  readAgenda,
  readAttention,
  readGroups,
  readRun,
  readStage,
  type Stage,
} from '@vispera/board'
import type { Store } from '@vispera/storage'
import type { Rooms } from '@vispera/sync'
import type { Doc } from 'yjs'
import { ApiError } from '../contract/errors.ts'
import { entryOf } from './entry-of.ts'

/** Workshops whose stage is kept at hand. */
const maxKept = 1_000

/** What the server keeps at hand of a `stage` document: all that permissions depend on. */
export interface KnownStage extends Stage {
  readonly agenda: Agenda
  readonly groups: Groups
  /** What commands on this agenda give as `run`. */
  readonly run: number
  /** Whose view everyone follows. */
  readonly lead: Lead | null
}

function readKnown(doc: Doc): KnownStage | null {
  const stage = readStage(doc)
  return (
    stage && {
      ...stage,
      agenda: readAgenda(doc),
      run: readRun(doc),
      lead: readAttention(doc).lead,
      groups: readGroups(doc),
    }
  )
}

/**
 * The `stage` of each workshop. Servers are its only writers. On a machine that is alone, what was last read or
 * written here is what it says; where there are others, every read looks again, and whoever writes has it to
 * themselves meanwhile, so that of two who press at once the second finds what the first has done.
 */
export interface Stages {
  /** Null for a workshop that is not there. */
  read(workshop: string): Promise<KnownStage | null>
  /** Changes the stage document; answers what it says afterwards. */
  write(workshop: string, change: (doc: Doc) => void): Promise<KnownStage | null>
  /** What `read` last answered, without waiting. */
  known(workshop: string): KnownStage | null
  forget(workshop: string): void
  /** It has new content; another machine may have written it. */
  heard(workshop: string): void
}

export function openStages(rooms: Rooms, shared: Pick<Store, 'exclusively'> | null = null): Stages {
  const kept = new Map<string, KnownStage>()
  const keep = (workshop: string, stage: KnownStage | null): KnownStage | null => {
    kept.delete(workshop)
    if (stage) kept.set(workshop, stage)
    if (kept.size > maxKept) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    return stage
  }

  const change = (workshop: string, work: (doc: Doc) => KnownStage | null) => {
    const transact = () => rooms.transact(documentNames.stage(workshop), work)
    return shared ? shared.exclusively(`stage ${workshop}`, transact) : transact()
  }
  const looking = new Map<string, Promise<void>>()
  const waiting = new Set<string>()
  const look = async (workshop: string) => {
    const before = kept.get(workshop)
    const stage = await rooms.read(documentNames.stage(workshop), readKnown)
    keep(workshop, stage)
    if (!isDeepStrictEqual(stage, before)) rooms.reconsider(`${workshop}/`)
  }

  return {
    async read(workshop) {
      const stage = kept.get(workshop)
      if (stage && !shared) return keep(workshop, stage)
      return keep(workshop, await rooms.read(documentNames.stage(workshop), readKnown))
    },
    async write(workshop, write) {
      const stage = await change(workshop, (doc) => {
        write(doc)
        return readKnown(doc)
      })
      keep(workshop, stage)
      // Who may write where may have changed with it.
      rooms.reconsider(`${workshop}/`)
      return stage
    },
    known: (workshop) => kept.get(workshop) ?? null,
    forget: (workshop) => {
      kept.delete(workshop)
    },
    heard(workshop) {
      if (!shared || !kept.has(workshop) || waiting.has(workshop)) return
      waiting.add(workshop)
      // One look after the other; whatever comes during one has the next.
      const before = looking.get(workshop) ?? Promise.resolve()
      const mine = before
        .then(() => {
          waiting.delete(workshop)
          return look(workshop)
        })
        .catch(() => {}) // the room has reported it; what it takes in next has us look again
      looking.set(workshop, mine)
      void mine.then(() => looking.get(workshop) === mine && looking.delete(workshop))
    },
  }
}

export const boardOf = (stage: Stage, board: string): BoardEntry | undefined => entryOf(stage.boards, board)

/** The stage of a workshop that is known to be there. */
export async function requireStage(stages: Stages, workshop: string): Promise<KnownStage> {
  const stage = await stages.read(workshop)
  if (!stage)
    throw new ApiError('unavailable', 'This workshop cannot be read right now. Try again in a moment.')
  return stage
}

export async function requireBoard(stages: Stages, workshop: string, board: string): Promise<BoardEntry> {
  const entry = boardOf(await requireStage(stages, workshop), board)
  if (!entry) throw new ApiError('not-found', 'There is no such board in this workshop.')
  return entry
}

/** The order keys of the boards as the stage document has them. */
export function boardOrders(doc: Doc): Ordered[] {
  return [...doc.getMap('boards').entries()].flatMap(([id, value]) => {
    const order = typeof value === 'object' && value !== null && 'order' in value ? value.order : undefined
    return typeof order === 'string' ? [{ id, order }] : []
  })
}
