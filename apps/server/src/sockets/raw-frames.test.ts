import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { connectionOver } from './connection.ts'

async function aPair() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  onTestFinished(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const arriving = new Promise<WebSocket>((resolve) => server.once('connection', resolve))
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(() => client.terminate())
  const heard: Buffer[] = []
  client.on('message', (data: Buffer, isBinary) => isBinary && heard.push(data))
  const served = await arriving
  if (client.readyState !== WebSocket.OPEN) await new Promise((resolve) => client.once('open', resolve))
  return { client, served, connection: connectionOver(served, 'y-websocket'), heard }
}

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256)

test('messages of every size arrive whole and in order, between pings and before a goodbye', async () => {
  const { client, served, connection, heard } = await aPair()
  const pings: string[] = []
  client.on('ping', (data) => pings.push(data.toString()))
  const closed = new Promise((resolve) => client.once('close', (code) => resolve(code)))
  const sizes = [0, 1, 125, 126, 127, 16_383, 16_384, 65_535, 65_536, 2_000_000, 3]
  for (const size of sizes) {
    connection.send(bytes(size))
    served.ping(String(size))
  }
  connection.close(4503, 'too slow')
  connection.send(bytes(9))
  expect(await closed).toBe(4503)
  expect(heard.map(({ length }) => length)).toEqual(sizes)
  for (const message of heard) expect(message.equals(bytes(message.length))).toBe(true)
  expect(pings).toEqual(sizes.map(String))
})

test('the same message goes to many, and what waits is counted', async () => {
  const pairs = [await aPair(), await aPair(), await aPair()]
  const message = bytes(70)
  for (const { connection } of pairs) for (let round = 0; round < 3; round += 1) connection.send(message)
  for (const { heard } of pairs) {
    await expect.poll(() => heard.length).toBe(3)
    for (const one of heard) expect(one.equals(message)).toBe(true)
  }
  const [first] = pairs
  first?.client.pause()
  for (let round = 0; round < 200; round += 1) first?.connection.send(bytes(100_000))
  await expect.poll(() => first?.connection.bufferedAmount ?? 0).toBeGreaterThan(1_000_000)
})

test('a socket that is gone takes nothing and breaks nothing', async () => {
  const { served, connection } = await aPair()
  served.terminate()
  connection.send(bytes(10))
  await new Promise((resolve) => setImmediate(resolve))
  connection.send(bytes(10))
})
