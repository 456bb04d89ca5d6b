import { createContext, useContext } from 'react'

/** Told by a view once it has drawn the current board's notes for the first time. */
export type MarkDrawn = () => void

const DrawnContext = createContext<MarkDrawn>(() => {})
export const DrawnProvider = DrawnContext.Provider

/**
 * For the surface and the outline: the function to call (in an effect) after the first draw of the current
 * board's notes. Calling it again does nothing. The page is marked ready from then on.
 */
export const useMarkDrawn = (): MarkDrawn => useContext(DrawnContext)
