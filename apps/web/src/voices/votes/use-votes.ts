import { readDecisions, readVotes, type Vote } from '@vispera/board'
import { useMemo } from 'react'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useDerived } from '../../board-ui/use-derived.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useFromStage } from '../from-stage.ts'
import { type Option, optionsOf } from './options.ts'

/** Votes of the workshop, oldest first. */
export const useVotes = (): readonly Vote[] => useFromStage(readVotes)
export const useDecisions = () => useFromStage(readDecisions)
export const useVote = (id: string): Vote | undefined => useVotes().find((vote) => vote.id === id)

/** The vote that is open now; the last opened one if there are several. */
export const useOpenVote = (): Vote | undefined => useVotes().findLast(({ state }) => state === 'open')

/** What a vote is about, when its board is the one on screen; null otherwise. */
export function useOptions(vote: Pick<Vote, 'options' | 'form' | 'board'>): readonly Option[] | null {
  const { kind, open } = useBoardOnScreen()
  const board = useBoard()
  const derived = useDerived()
  const isHere = vote.board === null || vote.board === open.entry.id
  const { options, form } = vote
  return useMemo(
    () => (isHere ? optionsOf({ options, form }, board, kind, derived) : null),
    [isHere, options, form, board, kind, derived],
  )
}

/** How many people here have a say. */
export const usePeopleWithASay = (): number =>
  useSessionValue(
    (session) => 1 + session.people().filter(({ role }) => role !== 'observer' && role !== 'screen').length,
  )
