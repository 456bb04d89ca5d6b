import type { Connection, Rooms } from '../../packages/sync/src/index.ts'

interface Line {
  /** Frames under way, by direction, oldest first. */
  readonly up: Uint8Array[]
  readonly down: Uint8Array[]
  readonly hear: (bytes: Uint8Array) => void
  readonly tell: (bytes: Uint8Array) => void
}

/**
 * Lines to rooms on which frames take their time: nothing arrives before `carry`, which brings a few frames of each
 * line, may take one of the next three first and may bring one twice. A line that is cut loses what was under way.
 */
export function unrulyLines(rooms: () => Rooms, random: () => number) {
  const lines = new Set<Line>()

  function join(document: string, connection: Connection, session: Parameters<Rooms['join']>[2]) {
    const line: Line = { up: [], down: [], hear: (bytes) => member.receive(bytes), tell: connection.send }
    lines.add(line)
    const far: Connection = {
      protocol: connection.protocol,
      bufferedAmount: 0,
      send: (bytes) => void line.down.push(bytes),
      close(code, reason) {
        lines.delete(line)
        connection.close(code, reason)
      },
    }
    const member = rooms().join(document, far, session)
    return {
      receive: (bytes: Uint8Array) => void line.up.push(bytes),
      leave() {
        lines.delete(line)
        member.leave()
      },
    }
  }

  function carryOne(frames: Uint8Array[], arrive: (bytes: Uint8Array) => void) {
    const at = random() < 0.2 ? Math.floor(random() * Math.min(3, frames.length)) : 0
    const [frame] = random() < 0.05 ? frames.slice(at, at + 1) : frames.splice(at, 1)
    if (frame) arrive(frame)
  }

  return {
    rooms: new Proxy(rooms(), {
      get: (_, name) => (name === 'join' ? join : Reflect.get(rooms(), name)),
    }),
    /** Brings up to `most` frames in each direction of every line. */
    carry(most: number) {
      for (const line of [...lines]) {
        for (let left = most; left > 0 && line.up.length > 0; left -= 1) carryOne(line.up, line.hear)
        for (let left = most; left > 0 && line.down.length > 0; left -= 1) carryOne(line.down, line.tell)
      }
    },
    underWay: () => [...lines].reduce((sum, { up, down }) => sum + up.length + down.length, 0),
  }
}
