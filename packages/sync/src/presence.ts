import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import type { Clock } from './clock.ts'
import { createEchoes } from './echoes.ts'
import { presenceFrame } from './frames.ts'
import type { PresenceIdentity, Session } from './session.ts'

const maxStateBytes = 4096
const maxIdsPerConnection = 8
const rememberGoneMs = 60_000
const nothing = { own: [], nudge: [] }

/** A connection, as far as presence needs it. */
export interface Present {
  readonly session: Session
  /** Sends it a frame that makes it say again where it is. */
  nudge(frame: Uint8Array): void
}

/** One state that a connection may set: its own, and newer than what is known. */
export interface OwnState {
  readonly client: number
  readonly clock: number
  /** As sent; `null` takes the presence away. */
  readonly state: Readonly<Record<string, unknown>> | null
}

/** A state as others are shown it, and whose it is. */
export interface ShownState {
  readonly participant: string
  readonly client: number
  readonly clock: number
  /** Ready to be put in a frame; `null` when it is gone. */
  readonly encoded: Uint8Array | null
}

interface Entry {
  owner: Present
  clock: number
  /** As whom it is shown; null when it is not. */
  shownAs: PresenceIdentity | null
  /** Its client shows itself, and the session has no identity just now. */
  isWithheld: boolean
  /** Ready to be put in a frame: client, clock and state. */
  encoded: Uint8Array
}

/**
 * Who is here, in one room. Kept in memory only. A state is shown under the identity that the server
 * knows, and only by the connection that it belongs to (PROTOCOL.md, P20 and on).
 */
export function createPresence(clock: Clock, ownerOf: (client: number) => string | null | undefined) {
  const entries = new Map<number, Entry>()
  const gone = new Map<number, { clock: number; participant: string; at: number }>()
  const introduced = new WeakSet<Present>()
  const echoes = createEchoes()
  /** The id under which somebody was shown last. */
  const shownUnder = new WeakMap<Present, number>()

  /**
   * The states in `bytes` that this connection may set. Stock clients send back every state they
   * receive; those are dropped here, for the price of a comparison or of reading three numbers each. `nudge` names ids
   * that the sender owns but tells us with an old clock, as after a reconnect.
   */
  function read(from: Present, bytes: Uint8Array): { own: OwnState[]; nudge: number[] } {
    if (introduced.has(from) && echoes.has(bytes, shownUnder.get(from))) return nothing
    const decoder = createDecoder(bytes)
    const count = readVarUint(decoder)
    // The first thing a stock client says is its own state, alone; only later does it reflect others.
    const isIntroduction = count === 1 && !introduced.has(from)
    introduced.add(from)
    const [own, nudge]: [OwnState[], number[]] = [[], []]
    for (let left = count; left > 0; left -= 1) {
      const client = readVarUint(decoder)
      const stateClock = readVarUint(decoder)
      const json = readVarUint8Array(decoder)
      const standing = standingOf(from, client, stateClock)
      if (standing === 'foreign' || (standing === 'old' && !isIntroduction)) continue
      const state = json.length > maxStateBytes ? undefined : parseState(json)
      if (state === undefined) continue
      if (state === null && !entries.has(client)) continue
      if (standing === 'old') {
        takeOver(from, client, stateClock)
        nudge.push(client)
      } else {
        own.push({ client, clock: stateClock, state })
      }
    }
    return { own, nudge }
  }

  /** Whether an id is this connection's to set, and whether the clock is news. */
  function standingOf(from: Present, client: number, stateClock: number): 'own' | 'old' | 'foreign' {
    const entry = entries.get(client)
    const { participant } = from.session
    const last = entry ?? gone.get(client)
    if (last) {
      const lastOwner = entry ? entry.owner.session.participant : gone.get(client)?.participant
      // The same person may move an id from a dying connection to a new one.
      if (entry?.owner !== from && lastOwner !== participant) return 'foreign'
      const isNews = stateClock > last.clock || (entry?.owner === from && stateClock === last.clock)
      return isNews ? 'own' : 'old'
    }
    const writer = ownerOf(client)
    if (writer !== undefined && writer !== participant) return 'foreign'
    return idsOf(from).length < maxIdsPerConnection ? 'own' : 'foreign'
  }

  /** Shows a state that `read` let pass; answers whether anything is to be told to the others. */
  function set(from: Present, { client, clock: stateClock, state }: OwnState): boolean {
    if (standingOf(from, client, stateClock) !== 'own') return false
    const identity = from.session.presence
    const entry = entries.get(client)
    if (entry && stateClock === entry.clock && (state !== null || !entry.shownAs)) return false
    const shown = state === null || identity === null ? null : { ...state, user: identity }
    const encoded = encodeState(client, stateClock, JSON.stringify(shown))
    const isWithheld = state !== null && identity === null
    const shownAs = shown && identity
    entries.set(client, { owner: from, clock: stateClock, shownAs, isWithheld, encoded })
    shownUnder.set(from, client)
    gone.delete(client)
    return identity !== null || !!entry?.shownAs
  }

  function takeOver(from: Present, client: number, stateClock: number) {
    const entry = entries.get(client)
    if (entry) {
      entry.owner = from
      return
    }
    const last = gone.get(client)?.clock ?? stateClock
    const encoded = encodeState(client, last, 'null')
    entries.set(client, { owner: from, clock: last, shownAs: null, isWithheld: false, encoded })
  }

  /**
   * Sessions may have lost their identity, got one or got another: takes away what may not be shown any more,
   * answers whose ids the others must be told about, and has those who are someone else say where they are.
   */
  function reconsider(): number[] {
    const hidden: number[] = []
    for (const [client, entry] of entries) {
      const { owner, shownAs, isWithheld } = entry
      if (!shownAs && !isWithheld) continue
      const identity = owner.session.presence
      if (identity === shownAs) continue
      if (identity) {
        owner.nudge(nudgeFrame(client))
        continue
      }
      const encoded = encodeState(client, entry.clock, 'null')
      entries.set(client, { ...entry, shownAs: null, isWithheld: true, encoded })
      hidden.push(client)
    }
    return hidden
  }

  /** Takes away what a connection showed; answers the ids that the others must be told about. */
  function leave(from: Present): number[] {
    const ids: number[] = []
    const now = clock.now()
    for (const client of idsOf(from)) {
      const entry = entries.get(client)
      if (!entry) continue
      // Nobody knows of it.
      if (!entry.isWithheld) ids.push(client)
      gone.set(client, { clock: entry.clock, participant: from.session.participant, at: now })
      entries.delete(client)
    }
    return ids
  }

  const idsOf = (from: Present) =>
    [...entries].filter(([, entry]) => entry.owner === from).map(([client]) => client)

  /** Everybody who is here, as one frame; `null` when nobody is. */
  function everybody(): Uint8Array | null {
    const shown = [...entries.values()].filter((entry) => entry.shownAs)
    return shown.length === 0 ? null : frameOf(shown.map((entry) => entry.encoded))
  }

  /** The present states of these ids, gone ones as gone, as one frame. */
  function frame(ids: Iterable<number>): Uint8Array {
    const parts: { client: number; encoded: Uint8Array }[] = []
    for (const client of ids) {
      const last = gone.get(client)
      const encoded = entries.get(client)?.encoded ?? (last && encodeState(client, last.clock, 'null'))
      if (encoded) parts.push({ client, encoded })
    }
    const states = statesOf(parts.map(({ encoded }) => encoded))
    echoes.remember(states, parts)
    return presenceFrame(states)
  }

  /** What others are shown of these ids (`null`: of all who are here), without what came from other machines. */
  function shown(ids: Iterable<number> | null, isForeign: (owner: Present) => boolean): ShownState[] {
    const states: ShownState[] = []
    for (const client of ids ?? entries.keys()) {
      const entry = entries.get(client)
      const last = entry ?? gone.get(client)
      if (!last || (entry && isForeign(entry.owner)) || (ids === null && !entry?.shownAs)) continue
      const participant = entry ? entry.owner.session.participant : (gone.get(client)?.participant ?? '')
      states.push({ participant, client, clock: last.clock, encoded: entry?.shownAs ? entry.encoded : null })
    }
    return states
  }

  /** Shows a state as another machine shows it; answers whether it is news. */
  function setShown(from: Present, client: number, stateClock: number, encoded: Uint8Array): boolean {
    if (standingOf(from, client, stateClock) !== 'own') return false
    entries.set(client, {
      owner: from,
      clock: stateClock,
      shownAs: from.session.presence,
      isWithheld: false,
      encoded,
    })
    gone.delete(client)
    return true
  }

  /**
   * Tells a client that the others have forgotten its state, with the clock they last saw: it answers
   * with its state under a newer clock, which is how Yjs awareness heals after a reconnect.
   */
  const nudgeFrame = (client: number) =>
    frameOf([encodeState(client, entries.get(client)?.clock ?? 0, 'null')])

  function forgetLongGone() {
    for (const [client, { at }] of gone) if (clock.now() - at > rememberGoneMs) gone.delete(client)
  }

  return { read, set, reconsider, leave, everybody, frame, shown, setShown, nudgeFrame, forgetLongGone }
}

export type Presence = ReturnType<typeof createPresence>

const utf8 = new TextDecoder()

/** `undefined` when it is no object. */
function parseState(json: Uint8Array): Readonly<Record<string, unknown>> | null | undefined {
  try {
    const state: unknown = JSON.parse(utf8.decode(json))
    if (state === null) return null
    return typeof state === 'object' && !Array.isArray(state) ? { ...state } : undefined
  } catch {
    return undefined
  }
}

function encodeState(client: number, clock: number, json: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
  writeVarString(encoder, json)
  return toUint8Array(encoder)
}

const frameOf = (states: readonly Uint8Array[]) => presenceFrame(statesOf(states))

function statesOf(states: readonly Uint8Array[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, states.length)
  for (const state of states) writeUint8Array(encoder, state)
  return toUint8Array(encoder)
}
