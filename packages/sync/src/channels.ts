import { aliveFrame, closedChannel, onChannel, readClient } from './channel-frames.ts'
import type { Clock } from './clock.ts'
import { closeCodes } from './close-codes.ts'
import type { Connection } from './connection.ts'
import { keepaliveFrame } from './frames.ts'
import { createLastFew } from './last-few.ts'
import { shorten } from './member.ts'
import type { Opening } from './opening.ts'
import type { Member } from './rooms.ts'
import { createTokenBucket } from './token-bucket.ts'

/** All that channels need of the socket that carries them. */
export type SharedSocket = Omit<Connection, 'protocol'>

/** Whether somebody may open a document, and how they come in. */
export type Door =
  | { readonly kind: 'open'; readonly join: (connection: Connection, opening: Opening) => Member }
  | { readonly kind: 'refused'; readonly code: number; readonly reason: string }

export interface ChannelsOptions {
  readonly socket: SharedSocket
  readonly clock: Clock
  /** Decides about one document, exactly as about a socket of its own. Must not reject. */
  readonly admit: (document: string) => Promise<Door>
  /** Told the code of each channel that is closed from here while the socket stays open; for counters. */
  readonly onClosed?: (code: number) => void
}

/** More documents than any workshop has boards; each one costs a connection in a room. */
const mostChannels = 120
const opensPerSecond = 10
/** Before a first document is open nobody has shown who they are. */
const strangerMs = 10_000
const mostStrangerBytes = 256_000
/** A channel that is closed with 4503 while so much waits is closed because the whole socket is too slow. */
const slowBytes = 1_000_000
const largeFrame = 64_000
const aliveEveryMs = 10_000

interface Channel {
  /** Null until the document has let it in. */
  member: Member | null
}

/**
 * Several documents on one socket (PROTOCOL.md, P70 and on). To a room each channel is a connection like any
 * other; to the socket all of them are one.
 */
export function openChannels({ socket, clock, admit, onClosed }: ChannelsOptions): Member {
  const channels = new Map<number, Channel>()
  const opens = createTokenBucket(clock, opensPerSecond, mostChannels)
  let highest = 0
  let isOver = false
  let strangerBytes: number | null = 0
  let aliveAt = clock.now()
  /** Bytes of whole documents under way: they are no sign of a slow reader on the channels beside them. */
  let largeBytes = 0
  const stopWaiting = clock.after(strangerMs, () => shut(closeCodes.expired, 'nothing was opened'))

  function open(number: number, document: string, opening: Opening) {
    if (number <= highest) return shut(closeCodes.badFrame, 'channel numbers only grow')
    if (!opens.take()) return shut(closeCodes.slowDown, 'opens documents too often')
    highest = number
    if (channels.size >= mostChannels)
      return say(closedChannel(number, closeCodes.slowDown, 'too many documents'))
    const channel: Channel = { member: null }
    channels.set(number, channel)
    void admit(document).then((door) => {
      // Closed meanwhile, by the client or with the socket.
      if (channels.get(number) !== channel) return
      if (door.kind === 'refused') return close(number, door.code, door.reason)
      strangerBytes = null
      stopWaiting()
      const member = door.join(connectionOf(number, channel), opening)
      if (channels.get(number) === channel) channel.member = member
      else member.leave()
    })
  }

  function connectionOf(number: number, channel: Channel): Connection {
    return {
      protocol: 'vispera.2',
      get bufferedAmount() {
        const waiting = socket.bufferedAmount
        if (waiting < largeFrame) largeBytes = 0
        return Math.max(0, waiting - largeBytes)
      },
      send(bytes) {
        if (channels.get(number) !== channel) return
        if (bytes === keepaliveFrame) return keepAlive()
        if (bytes.length > largeFrame) largeBytes += bytes.length
        say(prefixed(number, bytes))
      },
      close(code, reason) {
        if (channels.get(number) === channel) close(number, code, reason)
      },
    }
  }

  /** Every room keeps all its connections alive; one word does for all that share a socket. */
  function keepAlive() {
    if (clock.now() - aliveAt < aliveEveryMs) return
    aliveAt = clock.now()
    say(aliveFrame)
  }

  function close(number: number, code: number, reason: string) {
    const isTooSlow = code === closeCodes.unavailable && socket.bufferedAmount > slowBytes
    const isOfSocket = isTooSlow || sessionWide.has(code)
    // The workshop is gone, and not only this document of it.
    const isGone = code === closeCodes.wiped && channels.get(number)?.member === null
    if (isOfSocket || isGone) return shut(code, reason)
    leave(number)
    say(closedChannel(number, code, shorten(reason)))
    onClosed?.(code)
  }

  function leave(number: number) {
    const channel = channels.get(number)
    channels.delete(number)
    channel?.member?.leave()
  }

  function end() {
    isOver = true
    stopWaiting()
    for (const number of [...channels.keys()]) leave(number)
  }

  function shut(code: number, reason: string) {
    if (isOver) return
    end()
    socket.close(code, shorten(reason))
  }

  function say(bytes: Uint8Array) {
    if (!isOver) socket.send(bytes)
  }

  return {
    receive(bytes) {
      if (isOver) return
      if (strangerBytes !== null) strangerBytes += bytes.length
      if ((strangerBytes ?? 0) > mostStrangerBytes) return shut(closeCodes.slowDown, 'too much at once')
      const said = readClient(bytes)
      switch (said?.kind) {
        case 'open':
          return open(said.channel, said.document, said.opening)
        case 'close':
          return leave(said.channel)
        case 'frame': {
          // What was under way when a channel was closed is no offence; what was never opened is.
          if (said.channel > highest) return shut(closeCodes.badFrame, 'no such channel')
          const channel = channels.get(said.channel)
          if (channel && !channel.member) return shut(closeCodes.badFrame, 'this channel is not open yet')
          return channel?.member?.receive(said.bytes)
        }
        case undefined:
          return shut(closeCodes.badFrame, 'not a message of this protocol')
      }
    },
    leave() {
      if (!isOver) end()
    },
  }
}

/** What ends a session ends all of its channels. */
const sessionWide: ReadonlySet<number> = new Set([closeCodes.expired, closeCodes.restarting])

/** The same frame goes to many, and most have a document on the same channel: it is put together once for each. */
const made = createLastFew<Uint8Array>(8)

const prefixed = (channel: number, frame: Uint8Array) =>
  made(frame, channel, (bytes, number) => onChannel(number, bytes))
