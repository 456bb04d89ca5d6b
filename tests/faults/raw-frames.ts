import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { aRandom } from '../../packages/sync/src/testing/random.ts'
import { comesTrue, cpuMsOf, inAPlace, isWell, memoryMbOf, type Place } from './a-place.ts'
import type { Seated } from './a-workshop.ts'
import { openPlain, textsOf, writeNote } from './people.ts'
import { type Report, runAsScript } from './script.ts'

// node tests/faults/raw-frames.ts [--frames 10000 --slow 300 --wait 40] [--port 21455] [--seed 1]
//
// T7. Sockets that are opened properly and then send frames at random, down to the bits; handshakes that never end;
// thousands of headers; lines that are reset in the middle of everything. (The single odd requests are tried in the
// server's own tests.) Only the socket concerned is closed, with a code that says why; somebody honest stays on
// their one connection all along, and the log does not grow by it.

export const rawFramesDefaults = { frames: 10_000, slow: 300, wait: 40, port: 21_455, seed: 1 }

type Options = typeof rawFramesDefaults

export const rawFrames = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryAll(place, options))

async function tryAll(place: Place, { frames, slow, wait, seed }: Options): Promise<Report> {
  const random = aRandom(seed)
  const failures: string[] = []
  const honest = openPlain(place.url, await place.sit())
  const watching = openPlain(place.url, await place.sit())
  await Promise.all([honest.synced, watching.synced])
  for (const { provider } of [honest, watching])
    provider.on('closed', ({ code }) => failures.push(`somebody honest was closed with ${code}`))
  const slowOnes = Array.from({ length: slow }, () => neverEnding(place.port))
  const logBefore = place.server().printed().split('\n').length
  const cpuBefore = cpuMsOf(place.server())

  const codes = new Map<number, number>()
  let sent = 0
  let sockets = 0
  for (; sent < frames; sockets += 1) {
    const seat = sockets % 8 === 0 ? undefined : await place.sit()
    const made = await Promise.all(Array.from({ length: 4 }, () => oneSocket(place.port, seat, random)))
    for (const { code, count } of made) {
      sent += count
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    if (sockets % 25 === 0 && !(await isWell(place.server()))) failures.push('the server is not well')
  }
  for (let count = 0; count < 50; count += 1) await reset(place.port, random)
  const headers = await answerTo(
    place.port,
    upgrade(
      'x',
      Array.from({ length: 2000 }, (_, n) => `X-${n}: y`),
    ),
  )
  if (!/^HTTP\/1\.1 4/.test(headers))
    failures.push(`2,000 headers were answered with ${headers.slice(0, 40)}`)

  writeNote(honest.doc, 'still', 'here')
  if (!(await comesTrue(() => textsOf(watching.doc).get('still') === 'here', 20_000)))
    failures.push('what somebody honest wrote does not arrive any more')
  await pause(wait * 1000)
  const stillOpen = slowOnes.filter((socket) => !socket.destroyed).length
  if (wait >= 30 && stillOpen > 0) failures.push(`${stillOpen} handshakes are still going on`)
  const odd = [...codes.keys()].filter(
    (code) => ![1002, 1006, 1007, 1009, 1000, 4400, 4401, 4529].includes(code),
  )
  if (odd.length > 0) failures.push(`sockets were closed with ${odd}`)
  const logged = place.server().printed().split('\n').length - logBefore
  for (const socket of slowOnes) socket.destroy()
  for (const { close } of [honest, watching]) close()
  const cpuMs = cpuMsOf(place.server()) - cpuBefore
  return {
    failures,
    figures: {
      frames: sent,
      closed: JSON.stringify(Object.fromEntries(codes)),
      slow,
      stillOpen,
      logged,
      cpuMs,
      memoryMb: memoryMbOf(place.server()),
    },
  }
}

function upgrade(target: string, more: readonly string[] = []): string {
  const head = [
    `GET /sync/${target} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]
  return [...head, ...more, '', ''].join('\r\n')
}

const upgradeOf = ({ board, token }: Seated) =>
  upgrade(board, [`Sec-WebSocket-Protocol: y-websocket, token.${token}`])

/**
 * Opens a socket and sends frames made of luck until the server has closed it. Answers how many, and the code; 1006
 * when there was none, 0 when the server put up with all of it.
 */
async function oneSocket(port: number, seat: Seated | undefined, random: () => number) {
  const socket = aSocket(port)
  let heard = Buffer.alloc(0)
  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes])
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(
    seat ? upgradeOf(seat) : upgrade('nowhere/board/b', ['Sec-WebSocket-Protocol: y-websocket, token.x']),
  )
  let count = 0
  for (; count < 30 && !socket.destroyed; count += 1) {
    socket.write(randomFrame(random))
    if (random() < 0.3) await pause(1)
  }
  await Promise.race([closed, pause(500)])
  socket.destroy()
  return { count, code: closeCodeIn(heard) }
}

/** A frame header and a few bytes: mostly almost right. */
function randomFrame(random: () => number): Buffer {
  const byte = () => Math.floor(random() * 256)
  const size = Math.floor(random() * 60)
  const body = Buffer.from(Array.from({ length: size }, byte))
  if (random() < 0.2) return body
  const isMasked = random() < 0.95
  const opcode = random() < 0.8 ? 2 : Math.floor(random() * 16)
  const first = (random() < 0.9 ? 0x80 : byte() & 0xf0) | opcode
  const length = random() < 0.9 ? size : Math.floor(random() * 128)
  // Masked with zeros, so that the bytes are what they are.
  const mask = isMasked ? [0, 0, 0, 0] : []
  if (random() < 0.5 && size > 1) [body[0], body[1]] = [Math.floor(random() * 4), Math.floor(random() * 4)]
  return Buffer.concat([Buffer.from([first, length | (isMasked ? 0x80 : 0), ...mask]), body])
}

/** The code in the last close frame that the server has sent. */
function closeCodeIn(heard: Buffer): number {
  const at = heard.lastIndexOf(0x88)
  if (at < 0 || at + 3 >= heard.length) return 1006
  return heard.readUInt16BE(at + 2)
}

function aSocket(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}) // a reset is what is asked for here
  return socket
}

/** A handshake of which a byte comes every second and no end. */
function neverEnding(port: number): Socket {
  const socket = aSocket(port)
  socket.write('GET /sync/a HTTP/1.1\r\nHost: localhost\r\nX-')
  const drip = setInterval(() => socket.write('y'), 1000)
  socket.once('close', () => clearInterval(drip))
  return socket
}

async function reset(port: number, random: () => number) {
  const socket = aSocket(port)
  socket.write(upgrade('a/board/b').slice(0, Math.floor(random() * 200)))
  await pause(random() * 5)
  socket.resetAndDestroy()
}

function answerTo(port: number, request: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = aSocket(port)
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
    })
    socket.setTimeout(3000, () => socket.destroy())
    socket.once('close', () => resolve(answer))
    socket.write(request)
  })
}

if (import.meta.main) await runAsScript('T7 raw frames', rawFramesDefaults, rawFrames)
