import type { Vote } from '@vispera/board'
import { useVotes } from '../../voices/votes/use-votes.ts'

/** What the last vote of a stage said, from when it is closed until the stage is over. */
export function useShownResult(stage: string | undefined): Vote | null {
  const last = useVotes().findLast((vote) => vote.stage === stage)
  return stage !== undefined && last && last.state !== 'open' ? last : null
}
