import { type Frame, readAcknowledgement, readFrame } from '../frames.ts'
import type { Line } from './ledger.ts'

/** Told what happens on one connection, in order. */
export interface SocketWatch extends Line {
  /** The server asks what we have that it has not; its state vector. Told before the provider answers. */
  asked(vector: Uint8Array): void
}

type Handler<E> = ((event: E) => void) | null

/**
 * Makes the socket class to hand to y-websocket as `WebSocketPolyfill`. It is a plain WebSocket to the
 * provider, which never sees an acknowledgement; what it needs of a WebSocket is all that is here.
 */
export function createAckSocket(Base: typeof WebSocket, connected: () => SocketWatch): typeof WebSocket {
  class AckSocket {
    readonly OPEN = 1
    onopen: Handler<Event> = null
    onmessage: Handler<MessageEvent<ArrayBuffer>> = null
    onclose: Handler<CloseEvent> = null
    onerror: Handler<Event> = null
    binaryType = 'arraybuffer'
    readonly #socket: WebSocket
    #watch: SocketWatch | null = null

    constructor(url: string | URL, protocols?: string | string[]) {
      const socket = new Base(url, protocols)
      this.#socket = socket
      socket.binaryType = 'arraybuffer'
      socket.onopen = (event) => {
        this.#watch = connected()
        this.onopen?.(event)
      }
      socket.onmessage = (event: MessageEvent<ArrayBuffer>) => {
        const bytes = new Uint8Array(event.data)
        const count = readAcknowledgement(bytes)
        if (count !== null) return this.#watch?.acknowledged(count)
        const frame = readFrame(bytes)
        if (frame?.kind === 'step1') this.#watch?.asked(frame.vector)
        this.onmessage?.(event)
      }
      socket.onclose = (event) => this.onclose?.(event)
      socket.onerror = (event) => this.onerror?.(event)
    }

    get readyState() {
      return this.#socket.readyState
    }

    send(bytes: Uint8Array<ArrayBuffer>) {
      const kind = countedKind(readFrame(bytes))
      if (kind) this.#watch?.sent(kind)
      this.#socket.send(bytes)
    }

    close() {
      this.#socket.close()
    }
  }

  const socketClass: unknown = AckSocket
  return socketClass as typeof WebSocket
}

const countedKind = (frame: Frame | null) =>
  frame?.kind === 'step2' || frame?.kind === 'update' ? frame.kind : null
