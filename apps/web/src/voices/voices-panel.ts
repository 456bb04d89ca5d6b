import { useCallback, useSyncExternalStore } from 'react'
import { useSidePanel } from '../screens/workshop/side-panel.ts'

/** What the panel at the side shows: one vote, what was voted and decided, or how people are. */
export type VoicesPanel =
  | { readonly show: 'vote'; readonly vote: string }
  | { readonly show: 'votes' }
  | { readonly show: 'pulse' }

let chosen: VoicesPanel = { show: 'votes' }
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What the panel shows while it is open. */
export const useVoicesPanel = (): VoicesPanel => useSyncExternalStore(subscribe, () => chosen)

/** Opens the panel at the side. */
export function useShowVoices(): (panel: VoicesPanel) => void {
  const side = useSidePanel()
  return useCallback(
    (panel) => {
      chosen = panel
      for (const listener of listeners) listener()
      side.show('voices')
    },
    [side],
  )
}
