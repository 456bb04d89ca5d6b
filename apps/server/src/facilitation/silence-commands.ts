import { hideNote, showNote } from './care/hide-note.ts'
import { ownNote } from './care/own-note.ts'
import { pulse } from './care/pulse.ts'
import type { Command } from './command.ts'
import { reveal } from './silence/reveal.ts'
import { closeVote } from './votes/close-vote.ts'
import { changeDecision, decide } from './votes/decide.ts'
import { dropVote } from './votes/drop-vote.ts'
import { heart } from './votes/heart.ts'
import { openVote } from './votes/open-vote.ts'
import { voteByHand } from './votes/vote-by-hand.ts'

/** What was written and chosen in silence: reveals, votes, care. */
export const silenceCommands = [
  reveal,
  openVote,
  closeVote,
  dropVote,
  voteByHand,
  decide,
  changeDecision,
  heart,
  pulse,
  hideNote,
  showNote,
  ownNote,
] as const satisfies readonly Command[]
