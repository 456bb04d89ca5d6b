import { once } from 'node:events'
import { connect as connectTo, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { openPostgresStore } from './open-postgres-store.ts'

let postgres: TestPostgres
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.remove())
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function aNode(url: string, patienceMs = 10_000): Promise<Store> {
  const store = await openPostgresStore({ url, patienceMs })
  open.push(store)
  return store
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const batch = (document: string, ...updates: Uint8Array[]) => ({
  updates: updates.map((update) => ({ document, update })),
})
const away = { name: 'StorageError', reason: 'unreachable' }

/** Everything is refused while it is away; what was promised is there when it is back. */
async function comesBack(store: Store) {
  await expect
    .poll(
      () =>
        store.append(batch('d', bytes(9))).then(
          () => 'works',
          () => 'refused',
        ),
      { timeout: 15_000 },
    )
    .toBe('works')
  await expect.poll(() => store.health()).toEqual({ writable: true, problem: null, damage: [] })
}

describe('while the database is away', () => {
  test('everything is refused at once, health says so, and all works again once it is back', async () => {
    const store = await aNode(await postgres.database())
    const slot = await store.slot()
    await store.append(batch('d', bytes(1)))
    await postgres.kill()
    await expect(store.append(batch('d', bytes(2)))).rejects.toMatchObject(away)
    await expect(store.load('d')).rejects.toMatchObject(away)
    await expect(store.get('r', 'k')).rejects.toMatchObject(away)
    await expect(store.exclusively('n', async () => 1)).rejects.toMatchObject(away)
    expect(store.health()).toMatchObject({ writable: false, problem: away })
    await postgres.start()
    await comesBack(store)
    expect((await store.load('d')).tail).toEqual([bytes(1), bytes(9)])
    await expect.poll(() => store.exclusively('n', async () => 1).catch(() => 0), { timeout: 10_000 }).toBe(1)
    expect(await store.slot()).toBe(slot)
  })

  test('whoever reads while it goes away is refused, and nothing else breaks', async () => {
    const store = await aNode(await postgres.database())
    await store.append(batch('d', new Uint8Array(1_000_000)))
    const reads = Array.from({ length: 40 }, () =>
      store.load('d').then(
        () => 'read',
        () => 'refused',
      ),
    )
    await reads[0]
    await postgres.kill()
    expect(await Promise.all(reads)).toContain('refused')
    await postgres.start()
    await comesBack(store)
  })

  test('a database that says nothing any more is not waited for without end', async () => {
    const store = await aNode(await postgres.database(), 500)
    await store.append(batch('d', bytes(1)))
    await postgres.freeze()
    await expect(store.append(batch('d', bytes(2)))).rejects.toMatchObject(away)
    expect(store.health().writable).toBe(false)
    await postgres.thaw()
    await comesBack(store)
  })

  test('a commit whose answer was lost has happened or not by the time that the document is read again', async () => {
    const url = await postgres.database()
    const wire = await aWire(url)
    const store = await aNode(wire.url)
    await store.append(batch('d', bytes(1)))
    // The statement arrives, and waits there for a lock; its answer would come after the line is gone.
    await postgres.ask(
      url,
      `CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN PERFORM pg_sleep(0.3); RETURN new; END $$;
       CREATE TRIGGER slow BEFORE INSERT ON vispera.log FOR EACH ROW EXECUTE FUNCTION slow()`,
    )
    const asked = store.append(batch('d', bytes(2)))
    await expect.poll(async () => (await postgres.ask(url, sleeping))[0]?.count, { interval: 5 }).toBe(1)
    wire.cut()
    await expect(asked).rejects.toMatchObject(away)
    const { seq } = await store.load('d')
    await postgres.ask(url, 'SELECT pg_sleep(0.5)')
    expect((await store.load('d')).seq).toBe(seq)
  })

  test('whoever froze in the middle of a claim or of exclusive work holds nobody up for long', async () => {
    const url = await postgres.database()
    const store = await aNode(url)
    const frozen = await postgres.session(url)
    await frozen.ask(`SET idle_session_timeout = '1s'`)
    await frozen.ask(`SELECT pg_advisory_lock(hashtextextended('w', 1))`)
    expect(await store.exclusively('w', async () => 'done')).toBe('done')
    await frozen.close()
  })
})

describe('a database that takes nothing in', () => {
  test.each([
    ['53100', 'full'],
    ['25006', 'read-only'],
  ])('with %s says so as %s, to everyone who waits, and works again by itself', async (code, reason) => {
    const url = await postgres.database()
    const store = await aNode(url)
    await store.append(batch('d', bytes(1)))
    await postgres.ask(
      url,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON vispera.log FOR EACH ROW EXECUTE FUNCTION refuse()`,
    )
    const asked = [store.append(batch('d', bytes(2))), store.append(batch('e', bytes(3)))]
    for (const one of asked) await expect(one).rejects.toMatchObject({ reason })
    expect(store.health()).toMatchObject({ writable: false, problem: { reason } })
    expect((await store.load('d')).tail).toEqual([bytes(1)])
    await postgres.ask(url, 'DROP TRIGGER refuse ON vispera.log')
    await store.append(batch('d', bytes(4)))
    expect(store.health().writable).toBe(true)
    expect((await store.load('d')).tail).toEqual([bytes(1), bytes(4)])
  })
})

test('a node whose place was taken while it was cut off writes nothing any more', async () => {
  const url = await postgres.database()
  const wire = await aWire(url)
  const ana = await aNode(wire.url)
  await ana.append(batch('d', bytes(1)))
  wire.close()
  await postgres.ask(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'vispera%'`,
  )
  const ben = await aNode(url)
  expect(await ben.slot()).toBe(await ana.slot())
  wire.open()
  await expect.poll(() => ana.health().problem?.reason, { timeout: 15_000 }).toBe('in-use')
  await expect(ana.append(batch('d', bytes(2)))).rejects.toMatchObject({ reason: 'in-use' })
  expect((await ben.load('d')).tail).toEqual([bytes(1)])
})

const sleeping = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event = 'PgSleep'`

/** A line to the database that can be cut between the two. */
async function aWire(url: string) {
  const { hostname, port, pathname, username } = new URL(url)
  const sockets = new Set<Socket>()
  let isClosed = false
  const server = createServer((near) => {
    if (isClosed) return near.destroy()
    const far = connectTo(Number(port), hostname)
    near.pipe(far)
    far.pipe(near)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  open.unshift({
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  })
  return {
    url: `postgres://${username}@127.0.0.1:${typeof address === 'object' ? address?.port : 0}${pathname}`,
    /** Nothing passes any more, until it is opened again. */
    close() {
      isClosed = true
      for (const socket of sockets) socket.destroy()
    },
    open() {
      isClosed = false
    },
    /** The store's end hears of it; the server's does not, as when a cable is pulled. */
    cut() {
      for (const socket of sockets)
        if (socket.localPort === (address as { port: number }).port) socket.destroy()
    },
  }
}
