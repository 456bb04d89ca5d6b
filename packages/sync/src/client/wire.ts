import { closeChannel, onChannel, openChannel, readServer, type ServerSays } from '../channel-frames.ts'
import { keepaliveFrame, readTold, syncKindOf } from '../frames.ts'
import type { Opening } from '../opening.ts'
import type { Line } from './ledger.ts'
import { isRefusal, isTryLater, patientDelay, retryDelay } from './retry.ts'
import { createUnhurried } from './unhurried.ts'

export interface WireOptions {
  /** Address of the socket route, `wss://host/sync`. */
  readonly url: string
  readonly token: string
  /** The socket class to build on; default the browser's. */
  readonly WebSocket?: typeof WebSocket
  /** Uniform in [0, 1), spreads reconnects; default `Math.random`. */
  readonly random?: () => number
}

/**
 * One socket for all documents of a session (`vispera.2`, PROTOCOL.md P70 and on). It comes back by itself, at
 * random moments, as long as a document wants it.
 */
export interface Wire {
  /** The socket class to hand to y-websocket for one document: each of its sockets is a channel. */
  channelsTo(document: string, connected: () => ChannelWatch): typeof WebSocket
  token(): string
  /** Nothing at all has been heard for so long. */
  isSilentFor(ms: number): boolean
  /** Drops the socket and connects again at once, with another token if one is given. */
  restart(token?: string): void
  close(): void
}

/** Told what happens on one channel, in order. */
export interface ChannelWatch extends Line {
  /** What to say of the copy. Asked once, when the channel is about to be opened. */
  opening(): Opening
  /** The server has let us in, and has sent nothing yet; the answer is sent before anything else. */
  opened(generation: number): Uint8Array | null
  /** Every committed update up to this number has been applied. */
  reached(seq: number): void
  /** The server asks what we have that it has not; its state vector. Told before the provider answers. */
  asked(vector: Uint8Array): void
}

type Handler<E> = ((event: E) => void) | null

/** Our servers say something every 20 s. */
const deadMs = 30_000
const lookEveryMs = 5_000

export function openWire(options: WireOptions): Wire {
  const { url, WebSocket: Base = WebSocket, random = Math.random } = options
  let { token } = options
  let socket: WebSocket | null = null
  let attempt = 0
  let delay = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let highest = 0
  const channels = new Map<number, Channel>()
  const waiting = new Set<Channel>()

  function want() {
    if (socket || timer !== undefined) return
    if (delay > 0) timer = setTimeout(connect, delay)
    else connect()
  }

  function connect() {
    timer = undefined
    const made = new Base(url, ['vispera.2', `token.${token}`])
    socket = made
    highest = 0
    heardAt = performance.now()
    made.binaryType = 'arraybuffer'
    made.onopen = () => {
      for (const channel of waiting) open(channel)
    }
    made.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      heardAt = performance.now()
      hear(readServer(new Uint8Array(data)))
    }
    made.onclose = ({ code, reason }) => lost(code, reason)
    made.onerror = ignore
  }

  function hear(said: ServerSays) {
    if (said.kind === 'frame') channels.get(said.channel)?.hear(said.bytes)
    // y-websocket gives up what it hears nothing on.
    else if (said.kind === 'alive') for (const channel of channels.values()) channel.hear(keepaliveFrame)
    else {
      const closed = channels.get(said.channel)
      channels.delete(said.channel)
      closed?.end(said.code, said.reason)
    }
  }

  function open(channel: Channel) {
    waiting.delete(channel)
    highest += 1
    channels.set(highest, channel)
    send(openChannel(highest, channel.document, channel.announce(highest)))
  }

  function send(bytes: Uint8Array) {
    if (socket?.readyState === 1) socket.send(bytes as Uint8Array<ArrayBuffer>)
  }

  /** The socket is gone, or is taken for it. */
  function lost(code: number, reason: string) {
    clearTimeout(timer)
    timer = undefined
    const old = socket
    socket = null
    if (old) {
      // A socket on a dead line may take minutes to notice that it was closed.
      old.onopen = old.onmessage = old.onclose = null
      old.close()
    }
    attempt += 1
    delay = isRefusal(code) ? 0 : isTryLater(code) ? patientDelay(random) : retryDelay(attempt, random)
    const all = [...channels.values(), ...waiting]
    channels.clear()
    waiting.clear()
    for (const channel of all) channel.end(code, reason)
  }

  function restart(next = token) {
    token = next
    lost(1006, '')
    delay = attempt = 0
  }

  const watching = setInterval(() => {
    if (socket && performance.now() - heardAt > deadMs) restart()
  }, lookEveryMs)
  const unwatch = watchNetwork(() => restart())

  /** A plain WebSocket to y-websocket's provider; what that needs of one is all that is here. */
  class Channel {
    readonly OPEN = 1
    readyState = 0
    binaryType = 'arraybuffer'
    onopen: Handler<unknown> = null
    onmessage: Handler<{ data: Uint8Array }> = null
    onclose: Handler<{ code: number; reason: string }> = null
    onerror: Handler<unknown> = null
    readonly document: string
    readonly #watch: ChannelWatch
    readonly #inbox = createUnhurried((bytes) => this.#take(bytes))
    #number = 0
    #isAnswered = false
    #reached: number | null = null

    constructor(document: string, watch: ChannelWatch) {
      this.document = document
      this.#watch = watch
      waiting.add(this)
      if (socket?.readyState === 1) open(this)
      else want()
    }

    announce(number: number): Opening {
      this.#number = number
      return this.#watch.opening()
    }

    hear(bytes: Uint8Array) {
      this.#inbox.receive(bytes)
    }

    #take(bytes: Uint8Array) {
      const told = readTold(bytes)
      switch (told.kind) {
        case 'acknowledged':
          return this.#watch.acknowledged(told.count)
        case 'opened': {
          attempt = delay = 0
          this.readyState = 1
          this.#isAnswered = told.isAnswered
          this.#reached = told.reached
          const first = this.#watch.opened(told.generation)
          if (first) this.send(first)
          return this.onopen?.({})
        }
        case 'step1':
          this.#watch.asked(told.vector)
      }
      if (!this.onmessage) return
      this.onmessage({ data: bytes })
      const reached = told.kind === 'update' ? told.reached : told.kind === 'step2' ? this.#reached : null
      if (reached !== null) this.#watch.reached(reached)
    }

    send(bytes: Uint8Array) {
      const kind = syncKindOf(bytes)
      // The provider asks when it connects; what it asks for is under way already.
      if (kind === 'step1' && this.#isAnswered) {
        this.#isAnswered = false
        return
      }
      if (kind === 'step2' || kind === 'update') this.#watch.sent(kind)
      send(onChannel(this.#number, bytes))
    }

    close() {
      this.#inbox.stop()
      waiting.delete(this)
      if (channels.get(this.#number) !== this) return
      channels.delete(this.#number)
      send(closeChannel(this.#number))
    }

    end(code: number, reason: string) {
      // What has not been taken in comes again with the next channel.
      this.#inbox.stop()
      this.readyState = 3
      this.onclose?.({ code, reason })
    }
  }

  return {
    channelsTo(document, connected) {
      const made: unknown = class extends Channel {
        constructor() {
          super(document, connected())
        }
      }
      return made as typeof WebSocket
    },
    token: () => token,
    isSilentFor: (ms) => performance.now() - heardAt > ms,
    restart,
    close() {
      clearInterval(watching)
      unwatch()
      lost(1000, '')
    },
  }
}

const ignore = () => {}

/**
 * A pulled cable shows at once in the browser and only after half a minute on the socket. Trying again
 * at once tells the truth: offline, or a server on this very machine, which needs no cable.
 */
function watchNetwork(changed: () => void): () => void {
  if (typeof globalThis.addEventListener !== 'function') return ignore
  globalThis.addEventListener('offline', changed)
  globalThis.addEventListener('online', changed)
  return () => {
    globalThis.removeEventListener('offline', changed)
    globalThis.removeEventListener('online', changed)
  }
}
