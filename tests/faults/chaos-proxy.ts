import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface ChaosProxy {
  readonly url: string
  /** Trouble begins. */
  torment(): void
  /** From now on everything passes at once; lines that were cut stay cut. */
  heal(): void
  counts(): Readonly<Record<'lines' | 'cut' | 'reset' | 'stalled' | 'split', number>>
  close(): Promise<void>
}

/**
 * Stands between people and a server on this machine and is a bad network: every line takes 200 to 2,000 ms, bytes
 * come in other pieces than they were sent in, lines stand still for a while, and now and then one is cut off or
 * reset in the middle of a frame.
 */
export async function openChaosProxy(
  port: number,
  target: number,
  random: () => number,
): Promise<ChaosProxy> {
  const counts = { lines: 0, cut: 0, reset: 0, stalled: 0, split: 0 }
  const lines = new Set<ReturnType<typeof aLine>>()
  let isBad = false

  function aLine(near: Socket) {
    counts.lines += 1
    const far = connect(target, '127.0.0.1')
    const latencyMs = 100 + 900 * random()
    const state = { stalledUntil: 0 }
    const end = () => {
      near.destroy()
      far.destroy()
      lines.delete(line)
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end).setNoDelay(true)
    pass(near, far)
    pass(far, near)

    function pass(from: Socket, to: Socket) {
      const pieces: { bytes: Buffer; at: number }[] = []
      let isPassing = false
      from.on('data', (bytes: Buffer) => {
        const at = performance.now() + (isBad ? latencyMs : 0)
        pieces.push(...(isBad ? split(bytes) : [bytes]).map((piece) => ({ bytes: piece, at })))
        if (!isPassing) void onwards()
      })
      async function onwards() {
        isPassing = true
        for (let next = pieces[0]; next && !to.destroyed; next = pieces[0]) {
          const ms = isBad ? Math.max(next.at, state.stalledUntil) - performance.now() : 0
          if (ms > 0) {
            await pause(Math.min(ms, 100))
            continue
          }
          // Several at once come out as one piece, which cuts frames elsewhere again.
          const ready = isBad ? pieces.splice(0, 1 + Math.floor(random() * 4)) : pieces.splice(0)
          to.write(Buffer.concat(ready.map(({ bytes }) => bytes)))
        }
        isPassing = false
      }
    }

    const line = { near, far, state, end }
    return line
  }

  function split(bytes: Buffer): Buffer[] {
    if (bytes.length < 2 || random() < 0.5) return [bytes]
    counts.split += 1
    const at = 1 + Math.floor(random() * (bytes.length - 1))
    return [bytes.subarray(0, at), bytes.subarray(at)]
  }

  const troubling = setInterval(() => {
    if (!isBad) return
    for (const line of [...lines]) {
      const luck = random()
      if (luck < 0.01) {
        counts.cut += 1
        line.end()
      } else if (luck < 0.02) {
        counts.reset += 1
        line.near.resetAndDestroy()
        line.far.resetAndDestroy()
      } else if (luck < 0.05) {
        counts.stalled += 1
        line.state.stalledUntil = performance.now() + 3000 * random()
      }
    }
  }, 100)

  const server = createServer((near) => lines.add(aLine(near)))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    torment: () => {
      isBad = true
    },
    heal: () => {
      isBad = false
    },
    counts: () => counts,
    async close() {
      clearInterval(troubling)
      for (const line of [...lines]) line.end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
