import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Store } from '../store.ts'
import { acceptStore } from '../store-acceptance.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { openPostgresStore } from './open-postgres-store.ts'

let postgres: TestPostgres
const open: Store[] = []

beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.remove())

afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

async function aStore(url: string): Promise<Store> {
  const store = await openPostgresStore({ url })
  open.push(store)
  return store
}

acceptStore('postgres', () => {
  let url: string
  return {
    open: async () => {
      url = await postgres.database()
      return aStore(url)
    },
    reopen: () => aStore(url),
  }
})
