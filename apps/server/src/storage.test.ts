import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPostgresStore } from '@vispera/storage'
import { startPostgres, type TestPostgres } from '@vispera/storage/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { markRestored } from './operate/restored.ts'
import { aServer, ask, aWorkshop, type TestServer } from './testing/a-server.ts'

let postgres: TestPostgres
let database: string
const servers: TestServer[] = []
const secret = 'the same secret on every machine of ours'

beforeAll(async () => {
  postgres = await startPostgres()
  database = await postgres.database()
}, 60_000)
afterAll(() => postgres.remove())
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function aMachine(environment: Record<string, string>): Promise<TestServer> {
  const server = await aServer({ DATABASE_URL: database, ...environment })
  servers.push(server)
  return server
}

test('a workshop made on one machine is there on another, and its code is known there', async () => {
  const [ana, ben] = [await aMachine({ VISPERA_PEPPER: secret }), await aMachine({ VISPERA_PEPPER: secret })]
  const { id, code } = await aWorkshop(ana)
  const found = await ask(ben, 'POST', '/api/codes/join', { body: { code } })
  expect([found.status, JSON.stringify(found.body)]).toEqual([200, expect.stringContaining(id)])
})

test('a machine with another secret than the others does not start, and says what to do', async () => {
  await aMachine({ VISPERA_PEPPER: secret })
  await expect(aMachine({ VISPERA_PEPPER: `${secret}, nearly` })).rejects.toThrow('VISPERA_PEPPER_FILE')
})

test('a secret may be the line of a file', async () => {
  const { folder } = await aMachine({ VISPERA_PEPPER: secret })
  const file = join(folder, 'secret')
  await writeFile(file, `${secret.replaceAll(' ', '_')}\n`)
  await expect(aMachine({ VISPERA_PEPPER_FILE: file })).rejects.toThrow('another secret')
  await writeFile(file, 'short\n')
  await expect(aMachine({ VISPERA_PEPPER_FILE: file })).rejects.toThrow('fewer than 32')
  await expect(aMachine({ VISPERA_PEPPER_FILE: `${file}s` })).rejects.toThrow('cannot be read (ENOENT)')
})

test('a database that does not answer is said in words when the server starts', async () => {
  const nowhere = { DATABASE_URL: 'postgres://vispera:hunter22@127.0.0.1:1/vispera' }
  await expect(aMachine(nowhere)).rejects.toThrow(/^the database does not answer(?!.*hunter22)/)
})

test('once a backup of the database was taken back, no document is the one that devices knew', async () => {
  const machine = await aMachine({ VISPERA_PEPPER: secret })
  const { id } = await aWorkshop(machine)
  await machine.stop()
  servers.splice(servers.indexOf(machine), 1)
  const said: string[] = []
  expect(await markRestored(database, (line) => said.push(line))).toBe(0)
  expect(said.join()).toContain('another generation')
  const store = await openPostgresStore({ url: database })
  const generations = await Promise.all(
    (await store.documents(`${id}/`)).map(async (name) => (await store.load(name)).generation),
  )
  await store.close()
  expect(generations.length).toBeGreaterThan(0)
  expect(generations).not.toContain(1)
})
