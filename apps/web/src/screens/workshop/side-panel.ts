import { createContext, useContext } from 'react'

/** What stands at the side of the wall; the side has room for one. */
export type SidePanelId = 'people' | 'agenda' | 'voices'

export interface SidePanel {
  readonly shown: SidePanelId | null
  show(panel: SidePanelId | null): void
}

const SidePanelContext = createContext<SidePanel>({ shown: null, show: () => {} })
export const SidePanelProvider = SidePanelContext.Provider
export const useSidePanel = (): SidePanel => useContext(SidePanelContext)
