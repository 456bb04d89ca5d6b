import { createContext, useContext } from 'react'
import type { Arrangement } from '../layout.ts'

const none: Arrangement = {
  boxes: new Map(),
  furniture: null,
  links: [],
  lists: [],
  bounds: { x: 0, y: 0, w: 0, h: 0 },
  home: { x: 0, y: 0, w: 0, h: 0 },
  readingOrder: [],
}

const ArrangedContext = createContext<Arrangement>(none)
/** The arrangement on screen, for the furniture and the shapes that a layout draws notes in. */
export const ArrangedProvider = ArrangedContext.Provider
export const useArranged = (): Arrangement => useContext(ArrangedContext)
