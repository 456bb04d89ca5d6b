import { acceptStore } from '../store-acceptance.ts'
import { openMemoryStore } from './open-memory-store.ts'

acceptStore('memory', () => ({ open: async () => openMemoryStore() }))
