import type { Command } from './command.ts'
import { reveal } from './silence/reveal.ts'
import { closeVote } from './votes/close-vote.ts'
import { dropVote } from './votes/drop-vote.ts'
import { openVote } from './votes/open-vote.ts'
import { voteByHand } from './votes/vote-by-hand.ts'

/** What was written and chosen in silence: reveals, votes, care. */
export const silenceCommands = [
  reveal,
  openVote,
  closeVote,
  dropVote,
  voteByHand,
] as const satisfies readonly Command[]
