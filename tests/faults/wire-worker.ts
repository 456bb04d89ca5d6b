import { type MessagePort, workerData } from 'node:worker_threads'
import { WebSocket } from 'ws'
import type { WireCall } from './wire.ts'

// The far side of `wire.ts`: holds the sockets in a thread of its own.

interface Held {
  readonly socket: WebSocket
  sent: number
  acknowledged: number
  closed: number
}

const { flag, port } = workerData as { flag: Int32Array; port: MessagePort }
const sockets = new Map<number, Held>()
let arrived: { user: number; bytes: Uint8Array }[] = []

port.on('message', async (call: WireCall) => {
  if (call.kind === 'send') return send(call.user, call.bytes)
  const answer = await answerTo(call).catch((error: unknown) => ({ error: String(error) }))
  port.postMessage(answer)
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})

async function answerTo(call: Exclude<WireCall, { kind: 'send' }>): Promise<unknown> {
  switch (call.kind) {
    case 'open':
      return open(call.user, call.url, call.token)
    case 'close':
      return close(call.user)
    case 'take':
      return take(call.waitMs)
  }
}

function open(user: number, url: string, token: string) {
  const socket = new WebSocket(url, ['vispera.1', `token.${token}`])
  const held: Held = { socket, sent: 0, acknowledged: 0, closed: 0 }
  sockets.set(user, held)
  socket.on('message', (data: Buffer) => {
    // An acknowledgement of the first `count` frames: a number of up to four bytes here.
    if (data[0] === 100) held.acknowledged = varUint(data.subarray(1))
    else if (data[0] === 0) arrived.push({ user, bytes: new Uint8Array(data) })
  })
  socket.on('error', () => {})
  socket.on('close', (code) => {
    held.closed = code
  })
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve({}))
    socket.once('close', (code) => reject(new Error(`closed with ${code} before it was open`)))
  })
}

function send(user: number, bytes: Uint8Array) {
  const held = sockets.get(user)
  if (held?.socket.readyState !== WebSocket.OPEN) return
  if (bytes[0] === 0 && bytes[1] !== 0) held.sent += 1
  held.socket.send(bytes)
}

async function close(user: number) {
  const held = sockets.get(user)
  sockets.delete(user)
  arrived = arrived.filter((frame) => frame.user !== user)
  if (held && held.closed === 0) {
    const gone = new Promise((resolve) => held.socket.once('close', resolve))
    held.socket.terminate()
    await gone
  }
  return {}
}

async function take(waitMs: number) {
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  const frames = arrived
  arrived = []
  const all = [...sockets.values()]
  return {
    frames,
    isQuiet: all.every(({ sent, acknowledged }) => acknowledged >= sent),
    closed: all.map(({ closed }) => closed).filter((code) => code !== 0),
  }
}

function varUint(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte, index) => sum + (byte & 127) * 128 ** index, 0)
}
