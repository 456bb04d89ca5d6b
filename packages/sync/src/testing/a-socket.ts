import { closeChannel, onChannel, openChannel, readServer } from '../channel-frames.ts'
import { type Door, openChannels } from '../channels.ts'
import type { Clock } from '../clock.ts'
import { readTold, step1Frame, updateFrame } from '../frames.ts'
import type { Opening } from '../opening.ts'
import type { Rooms } from '../rooms.ts'

export interface SocketOptions {
  readonly participant?: string
  /** What the app answers about a document; default: everybody may write everywhere. */
  readonly refuse?: (document: string) => { readonly code: number; readonly reason: string } | null
}

/** One `vispera.2` socket in memory, spoken to frame by frame. `heard` keeps everything by channel. */
export function aSocket(rooms: Rooms, clock: Clock, { participant = 'ana', refuse }: SocketOptions = {}) {
  const line = {
    bufferedAmount: 0,
    closed: null as { code: number; reason: string } | null,
    bytes: 0,
    alive: 0,
    closedChannels: new Map<number, { code: number; reason: string }>(),
    heard: new Map<number, Uint8Array[]>(),
  }
  async function admit(document: string): Promise<Door> {
    const refused = refuse?.(document)
    if (refused) return { kind: 'refused', ...refused }
    const session = { participant, access: 'write' as const, presence: { participant } }
    return {
      kind: 'open',
      join: (connection, opening) => rooms.join(document, connection, session, opening),
    }
  }
  const channels = openChannels({
    clock,
    admit,
    socket: {
      get bufferedAmount() {
        return line.bufferedAmount
      },
      send(bytes) {
        if (line.closed) return
        line.bytes += bytes.length
        const said = readServer(bytes)
        if (said.kind === 'alive') line.alive += 1
        else if (said.kind === 'closed') line.closedChannels.set(said.channel, said)
        else line.heard.set(said.channel, [...(line.heard.get(said.channel) ?? []), said.bytes])
      },
      close(code, reason) {
        line.closed ??= { code, reason }
      },
    },
  })
  const newcomer: Opening = { generation: 0, reached: null, vector: Uint8Array.of(0), hasUnsent: false }
  return {
    line,
    say: channels.receive,
    leave: channels.leave,
    open: (channel: number, document: string, opening: Partial<Opening> = {}) =>
      channels.receive(openChannel(channel, document, { ...newcomer, ...opening })),
    close: (channel: number) => channels.receive(closeChannel(channel)),
    update: (channel: number, update: Uint8Array) =>
      channels.receive(onChannel(channel, updateFrame(update))),
    ask: (channel: number, vector = Uint8Array.of(0)) =>
      channels.receive(onChannel(channel, step1Frame(vector))),
    /** The kinds of what came on a channel, in order. */
    kinds: (channel: number) => (line.heard.get(channel) ?? []).map((bytes) => readTold(bytes).kind),
    told: (channel: number) => (line.heard.get(channel) ?? []).map(readTold),
  }
}
