import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Address } from './targets.ts'

const mark = Buffer.from('@@T')
const digits = { time: 9, sender: 4 }
const microseconds = () => Math.floor(performance.now() * 1000)
const markOf = (sender: number) =>
  `@@T${microseconds().toString(36).padStart(digits.time, '0')}${sender.toString(36).padStart(digits.sender, '0')}`

export interface Heard {
  /** Milliseconds since it was sent. */
  readonly delay: number
  readonly sender: number
  readonly kind: 'edit' | 'presence'
}

/**
 * Somebody of whom a single process plays hundreds: real Yjs updates and presence go out; what comes in is only
 * searched for the marks that say when it was sent, and never applied.
 */
export class LightPerson {
  readonly id: number
  readonly doc = new Y.Doc()
  /** Sends back every presence message, without its own state, as y-websocket's own client does. */
  reflects = false
  frames = 0
  bytes = 0
  /** Milliseconds from sending an edit to hearing that it is on disk; only under a protocol that says so. */
  readonly savedAfter: number[] = []
  closed: number | null = null
  #opening: Uint8Array[] = []
  #address: Address
  #hear: (heard: Heard, by: LightPerson) => void
  #socket!: WebSocket
  #update: Uint8Array = new Uint8Array()
  #clock = 0
  #isSynced = false
  /** When each frame that the server counts was sent; null for answers to its questions. */
  readonly #counted: (number | null)[] = []
  #acknowledged = 0
  #startedAt = 0

  constructor(id: number, address: Address, hear: (heard: Heard, by: LightPerson) => void = () => {}) {
    this.id = id
    this.#address = address
    this.#hear = hear
    this.doc.on('update', (update: Uint8Array) => {
      this.#update = update
    })
  }

  /** Resolves, with the milliseconds it took, once the document has come. */
  connect(): Promise<number> {
    this.#startedAt = performance.now()
    const socket = new WebSocket(this.#address.url, [...this.#address.protocols], {
      perMessageDeflate: false,
    })
    this.#socket = socket
    socket.binaryType = 'nodebuffer'
    return new Promise((resolve, reject) => {
      socket.on('error', reject)
      socket.on('close', (code) => {
        this.closed = code
        reject(new Error(`closed with ${code}`))
      })
      socket.on('open', () => (this.#address.named ? this.#authenticate() : this.#askForDocument()))
      socket.on('message', (data: Buffer) => this.#receive(data, resolve))
    })
  }

  /** What the document came as. */
  opening(): Y.Doc {
    const doc = new Y.Doc()
    for (const update of this.#opening) Y.applyUpdate(doc, update)
    return doc
  }

  /** Drops a note somewhere else; answers the bytes of the message. */
  drop(more: (note: Y.Map<unknown>) => void = () => {}): number {
    const notes = this.doc.getMap<Y.Map<unknown>>('notes')
    this.doc.transact(() => {
      let note = notes.get(`n${this.id}`)
      if (!note) {
        note = new Y.Map<unknown>([
          ['kind', 'vision-element'],
          ['text', new Y.Text('what we see')],
        ])
        notes.set(`n${this.id}`, note)
      }
      note.set('place', { x: Math.floor(Math.random() * 4000), y: Math.floor(Math.random() * 4000) })
      more(note)
    })
    return this.send(this.#update)
  }

  /** The same with a mark that says when; answers the bytes of the message. */
  move(): number {
    return this.drop((note) => note.set('sent', markOf(this.id)))
  }

  /** Moves the cursor. */
  point() {
    const states = createEncoder()
    writeVarUint(states, 1)
    writeVarUint(states, this.doc.clientID)
    this.#clock += 1
    writeVarUint(states, this.#clock)
    const cursor = { x: Math.floor(Math.random() * 4000), y: Math.floor(Math.random() * 4000) }
    const user = { name: `Person ${this.id}`, color: '#30bced' }
    writeVarString(states, JSON.stringify({ user, cursor, m: markOf(this.id) }))
    const frame = this.#head()
    writeVarUint(frame, 1)
    writeVarUint8Array(frame, toUint8Array(states))
    this.#socket.send(toUint8Array(frame))
  }

  /** Sends an update; answers the bytes of the message. */
  send(update: Uint8Array): number {
    const frame = this.#head()
    writeVarUint(frame, 0)
    writeVarUint(frame, 2)
    writeVarUint8Array(frame, update)
    const bytes = toUint8Array(frame)
    this.#counted.push(performance.now())
    this.#socket.send(bytes)
    return bytes.length
  }

  /** Stops reading, as a phone in a tunnel does. */
  pause() {
    this.#socket.pause()
  }

  close() {
    this.#socket.terminate()
  }

  #head() {
    const encoder = createEncoder()
    if (this.#address.named) writeVarString(encoder, this.#address.named)
    return encoder
  }

  #authenticate() {
    const frame = this.#head()
    writeVarUint(frame, 2)
    writeVarUint(frame, 0)
    writeVarString(frame, 'token')
    writeVarString(frame, '4.8.0')
    this.#socket.send(toUint8Array(frame))
  }

  #sync(step: 0 | 1, bytes: Uint8Array) {
    const frame = this.#head()
    writeVarUint(frame, 0)
    writeVarUint(frame, step)
    writeVarUint8Array(frame, bytes)
    if (step === 1) this.#counted.push(null)
    this.#socket.send(toUint8Array(frame))
  }

  #askForDocument() {
    this.#sync(0, Y.encodeStateVector(this.doc))
  }

  #receive(data: Buffer, synced: (ms: number) => void) {
    this.frames += 1
    this.bytes += data.length
    const decoder = createDecoder(data)
    if (this.#address.named) readVarString(decoder)
    const kind = readVarUint(decoder)
    if (kind === 100) this.#savedThrough(readVarUint(decoder))
    else if (kind === 2) readVarUint(decoder) === 2 && this.#askForDocument()
    else if (kind === 1) this.#presence(data)
    else if (kind === 0 || kind === 4) {
      const step = readVarUint(decoder)
      if (step === 0) this.#sync(1, Y.encodeStateAsUpdate(this.doc))
      else if (this.#isSynced) this.#search(data, 'edit')
      else {
        this.#opening.push(readVarUint8Array(decoder).slice())
        if (step === 2) return
        this.#isSynced = true
        synced(performance.now() - this.#startedAt)
      }
    }
  }

  #savedThrough(count: number) {
    for (const sentAt of this.#counted.slice(this.#acknowledged, count))
      if (sentAt !== null) this.savedAfter.push(performance.now() - sentAt)
    this.#acknowledged = count
  }

  #presence(data: Buffer) {
    this.#search(data, 'presence')
    if (this.reflects && data.includes(mark)) this.#reflect(data)
  }

  #reflect(data: Buffer) {
    const outer = createDecoder(data)
    if (this.#address.named) readVarString(outer)
    readVarUint(outer)
    const states = readVarUint8Array(outer)
    const inner = createDecoder(states)
    const count = readVarUint(inner)
    const head = inner.pos
    let own: readonly [number, number] | null = null
    for (let left = count; left > 0 && !own; left -= 1) {
      const begin = inner.pos
      const client = readVarUint(inner)
      readVarUint(inner)
      readVarUint8Array(inner)
      if (client === this.doc.clientID) own = [begin, inner.pos]
    }
    if (!own) return this.#socket.send(data)
    if (count === 1) return
    const rest = createEncoder()
    writeVarUint(rest, count - 1)
    writeUint8Array(rest, states.subarray(head, own[0]))
    writeUint8Array(rest, states.subarray(own[1]))
    const frame = this.#head()
    writeVarUint(frame, 1)
    writeVarUint8Array(frame, toUint8Array(rest))
    this.#socket.send(toUint8Array(frame))
  }

  #search(data: Buffer, kind: Heard['kind']) {
    const now = performance.now()
    for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, at + 16)) {
      const time = Number.parseInt(data.toString('latin1', at + 3, at + 12), 36)
      const sender = Number.parseInt(data.toString('latin1', at + 12, at + 16), 36)
      this.#hear({ delay: now - time / 1000, sender, kind }, this)
    }
  }
}
