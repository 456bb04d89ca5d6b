import { createContext, useContext } from 'react'

/** Shows another board of the workshop and, if named, brings one of its notes into view. */
export type GoToBoard = (board: string, note?: string) => void

const GoToBoardContext = createContext<GoToBoard>(() => {})
/** The workshop screen gives the way; views take it with `useGoToBoard`. */
export const GoToBoardProvider = GoToBoardContext.Provider
export const useGoToBoard = (): GoToBoard => useContext(GoToBoardContext)
