import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Connection, Protocol } from '../connection.ts'
import { presenceFrame, readAcknowledgement, step1Frame, updateFrame } from '../frames.ts'
import type { Member, Rooms } from '../rooms.ts'
import type { Session } from '../session.ts'

export interface PersonOptions {
  readonly document?: string
  readonly participant?: string
  readonly access?: 'read' | 'write'
  readonly presence?: Session['presence']
  readonly protocol?: Protocol
  readonly client?: number
  readonly doc?: Y.Doc
}

/**
 * A y-websocket client without the socket: the same messages in the same order, frames handed over in
 * memory. `received` keeps every frame, `acknowledged` the last count, `closed` how it ended.
 */
export function aPerson(rooms: Rooms, options: PersonOptions = {}) {
  const { document = 'w/board/b', participant = 'ana', access = 'write', protocol = 'y-websocket' } = options
  const doc = options.doc ?? new Y.Doc()
  if (options.client !== undefined) doc.clientID = options.client
  const awareness = new Awareness(doc)
  // It says every 15 s of the real clock that it is still here, which nobody in a test has asked for.
  clearInterval(awareness._checkInterval)
  const session = {
    participant,
    access,
    presence:
      options.presence === undefined ? { participant, name: participant.toUpperCase() } : options.presence,
  }
  const line = {
    received: [] as Uint8Array[],
    closed: null as { code: number; reason: string } | null,
    acknowledged: 0,
    bufferedAmount: 0,
    /** Nothing that is sent leaves any more. */
    isStuck: false,
  }
  let member: Member | null = null

  const connection: Connection = {
    protocol,
    get bufferedAmount() {
      return line.bufferedAmount
    },
    send(bytes) {
      if (line.closed) return
      line.received.push(bytes)
      if (line.isStuck) line.bufferedAmount += bytes.length
      const acknowledged = protocol === 'y-websocket' ? null : readAcknowledgement(bytes)
      if (acknowledged !== null) line.acknowledged = acknowledged
      else read(bytes)
    },
    close(code, reason) {
      if (line.closed) return
      line.closed = { code, reason }
      member?.leave()
    },
  }

  function read(bytes: Uint8Array) {
    const decoder = createDecoder(bytes)
    const kind = readVarUint(decoder)
    if (kind === 1) return applyAwarenessUpdate(awareness, readVarUint8Array(decoder), connection)
    const reply = createEncoder()
    writeVarUint(reply, 0)
    readSyncMessage(decoder, reply, doc, connection)
    if (length(reply) > 1) say(toUint8Array(reply))
  }

  const say = (bytes: Uint8Array) => {
    if (!line.closed) member?.receive(bytes)
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== connection) say(updateFrame(update))
  })
  awareness.on('update', (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    const ids = [...changes.added, ...changes.updated, ...changes.removed]
    say(presenceFrame(encodeAwarenessUpdate(awareness, ids)))
  })

  const person = {
    doc,
    awareness,
    session,
    connection,
    line,
    notes: doc.getMap('notes'),
    say,
    connect() {
      line.closed = null
      member = rooms.join(document, connection, session)
      say(step1Frame(Y.encodeStateVector(doc)))
      say(presenceFrame(encodeAwarenessUpdate(awareness, [doc.clientID])))
      return person
    },
    /** The line breaks: neither side says goodbye. */
    disconnect() {
      line.closed = { code: 1006, reason: '' }
      member?.leave()
      return person
    },
  }
  return person.connect()
}

export type Person = ReturnType<typeof aPerson>
