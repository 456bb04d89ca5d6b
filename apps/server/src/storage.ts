import { join } from 'node:path'
import {
  type Bus,
  openNoBus,
  openPostgresStore,
  openRedisBus,
  openSilentBus,
  openSqliteStore,
  type Store,
} from '@vispera/storage'
import type { Config } from './config.ts'
import { requireSharedPepper } from './join/pepper.ts'

export interface Storage {
  readonly store: Store
  readonly bus: Bus
  close(): Promise<void>
}

/** Opens what the configuration names: a file in the data folder, or what several machines share. */
export async function openStorage(config: Config, pepper: Uint8Array): Promise<Storage> {
  if (config.databaseUrl === undefined) {
    const store = await openSqliteStore({ file: join(config.dataFolder, 'vispera.db') })
    return { store, bus: openNoBus(), close: () => store.close() }
  }
  const store = await openPostgresStore({ url: config.databaseUrl })
  try {
    await requireSharedPepper(store, pepper)
    const bus =
      config.redisUrl === undefined
        ? openSilentBus()
        : await openRedisBus({ url: config.redisUrl, secret: pepper })
    return {
      store,
      bus,
      async close() {
        await bus.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
