import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { watchSeat } from './heartbeat.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function aSocket() {
  const socket = Object.assign(new EventEmitter(), { ping: vi.fn(), terminate: vi.fn() })
  return { socket, asWebSocket: socket as unknown as WebSocket }
}

test('a socket that answers stays, and keeps its seat alive', () => {
  const { socket, asWebSocket } = aSocket()
  const onAlive = vi.fn(() => Promise.resolve())
  watchSeat(asWebSocket, onAlive)
  for (let round = 0; round < 5; round++) {
    vi.advanceTimersByTime(30_000)
    socket.emit('pong')
  }
  expect(onAlive).toHaveBeenCalledTimes(5)
  expect(socket.terminate).not.toHaveBeenCalled()
})

test('a socket that went away without a goodbye is let go at the next round', () => {
  const { socket, asWebSocket } = aSocket()
  watchSeat(asWebSocket, () => Promise.resolve())
  vi.advanceTimersByTime(30_000)
  expect(socket.terminate).not.toHaveBeenCalled()
  vi.advanceTimersByTime(30_000)
  expect(socket.terminate).toHaveBeenCalledOnce()
})

test('a seat that cannot be prolonged right now does no harm', async () => {
  const { socket, asWebSocket } = aSocket()
  watchSeat(asWebSocket, () => Promise.reject(new Error('disk full')))
  socket.emit('pong')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(socket.ping).toHaveBeenCalledOnce()
})
