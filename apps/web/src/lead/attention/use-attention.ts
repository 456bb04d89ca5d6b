import { type Attention, readAttention } from '@vispera/board'
import { useMemo, useSyncExternalStore } from 'react'
import { useSession } from '../../session/session-context.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'

interface AttentionStore {
  subscribe(listener: () => void): () => void
  get(): Attention
}

const stores = new WeakMap<WorkshopSession, AttentionStore>()

/** What those who lead ask of everyone just now; the same object until that changes. */
export function useAttention(): Attention {
  const session = useSession()
  const { subscribe, get } = useMemo(() => storeOf(session), [session])
  return useSyncExternalStore(subscribe, get)
}

function storeOf(session: WorkshopSession): AttentionStore {
  const known = stores.get(session)
  if (known) return known
  const root = session.stageDoc.getMap('attention')
  let read: Attention | null = null
  const store: AttentionStore = {
    get() {
      read ??= readAttention(session.stageDoc)
      return read
    },
    subscribe(listener) {
      const hear = () => {
        read = null
        listener()
      }
      root.observe(hear)
      return () => root.unobserve(hear)
    },
  }
  stores.set(session, store)
  return store
}
