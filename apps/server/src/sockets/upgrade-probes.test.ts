import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { aSeat, aServer, ask, aWorkshop, type TestSeat, type TestServer } from '../testing/a-server.ts'

let server: TestServer
let seat: TestSeat
const failures: unknown[] = []
const note = (error: unknown) => failures.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  server = await aServer()
  seat = await aSeat(server, await aWorkshop(server), 'participant')
})
afterAll(async () => {
  await server.stop()
  process.off('unhandledRejection', note)
})

const upgrade = (target: string, more: readonly string[] = []) =>
  [
    `GET ${target} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
    '',
    '',
  ].join('\r\n')

/** Sends bytes as they are; resolves with what came back once the server closes, or with what came in time. */
function probe(bytes: string | Buffer, then?: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let answer = ''
    const finish = () => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      if (answer.includes('\r\n\r\n')) setTimeout(finish, 20)
    })
    socket.on('error', finish)
    socket.on('close', finish)
    socket.setTimeout(3_000, finish)
    socket.write(bytes)
    then?.(socket)
  })
}

const isAlive = async () => expect((await ask(server, 'GET', '/api/health')).status).toBe(200)
const tokens = () => `Sec-WebSocket-Protocol: y-websocket, token.${seat.token}`

test.each([
  ['//', upgrade('//')],
  ['a broken absolute address', upgrade('http://[')],
  ['an address that is not one', upgrade('http://')],
  ['another scheme', upgrade('ftp://x/sync/a')],
  ['a star', upgrade('*')],
  ['a page', upgrade('/w/x')],
  ['the API', upgrade('/api/health')],
  ['an empty document', upgrade('/sync/')],
  ['a broken escape', upgrade('/sync/%E0%A4%A')],
  ['no subprotocol', upgrade('/sync/a/stage')],
  ['a Host that is none', upgrade('/sync/a/stage').replace('localhost', 'a b[c')],
  [
    'a short key',
    upgrade('/sync/a/stage', ['Sec-WebSocket-Protocol: y-websocket']).replace(
      'dGhlIHNhbXBsZSBub25jZQ==',
      'x',
    ),
  ],
  ['an old version', upgrade('/sync/a/stage', ['Sec-WebSocket-Protocol: y-websocket']).replace('13', '7')],
  ['an upgrade to something else', upgrade('/sync/a/stage').replace('websocket', 'h2c')],
  [
    'two thousand headers',
    upgrade(
      '/sync/a/stage',
      Array.from({ length: 2_000 }, (_, n) => `X-${n}: y`),
    ),
  ],
  ['a very long header', upgrade('/sync/a/stage', [`X: ${'y'.repeat(100_000)}`])],
  ['a POST', upgrade('/sync/a/stage').replace('GET', 'POST')],
  ['bytes that are no HTTP', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])],
])('an upgrade of %s is answered or cut off, and the server lives on', async (_, bytes) => {
  const answer = await probe(bytes)
  expect(answer).not.toContain('101 Switching')
  await isAlive()
})

test('connections that are reset while they are being upgraded do no harm', async () => {
  await Promise.all(
    Array.from({ length: 30 }, () =>
      probe(upgrade(`/sync/${seat.documents.stage}`, [tokens()]), (socket) => socket.resetAndDestroy()),
    ),
  )
  await isAlive()
})

test('a handshake that never ends keeps nobody else out', async () => {
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET /sync/a HTTP/1.1\r\nHost: localhost\r\nX-')
    return socket
  })
  await isAlive()
  for (const socket of slow) socket.destroy()
})

test.each([
  ['a reserved bit', [0xf2, 0x80, 0, 0, 0, 0]],
  ['an opcode that is none', [0x83, 0x80, 0, 0, 0, 0]],
  ['a frame that is not masked', [0x82, 0x01, 0x00]],
  ['a length beyond all sense', [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]],
  ['text', [0x81, 0x81, 0, 0, 0, 0, 0x61]],
  ['a close code that is none', [0x88, 0x82, 0, 0, 0, 0, 0xff, 0xff]],
])('%s in a frame closes that socket only', async (_, frame) => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${seat.documents.stage}`, [
    'y-websocket',
    `token.${seat.token}`,
  ])
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const { _socket } = socket as unknown as { _socket: Socket }
  _socket.write(Buffer.from(frame))
  await closed
  await isAlive()
})

test('none of this left a promise unhandled', () => {
  expect(failures).toEqual([])
})
