import type { WebSocket } from 'ws'

const everyMs = 30_000

/**
 * Pings a socket: one that has not answered by the next round is gone without a goodbye. Each answer keeps
 * the seat behind it alive.
 */
export function watchSeat(socket: WebSocket, onAlive: () => Promise<void>): () => void {
  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
    // A seat that cannot be prolonged right now is prolonged by the next answer.
    onAlive().catch(() => {})
  })
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
