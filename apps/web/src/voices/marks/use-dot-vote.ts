import type { Vote } from '@vispera/board'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import type { Option } from '../votes/options.ts'
import { useOpenVote, useOptions } from '../votes/use-votes.ts'

const none = { options: null, form: 'dots', board: '' } as const

/** The vote whose dots lie on the notes of the board on screen, if one is open. */
export function useDotVote(): { vote: Vote; options: readonly Option[] } | null {
  const { open } = useBoardOnScreen()
  const vote = useOpenVote()
  const isHere =
    vote !== undefined &&
    (vote.form === 'dots' || vote.form === 'shaky') &&
    (vote.board === null || vote.board === open.entry.id)
  const options = useOptions(isHere ? vote : none)
  return isHere && options ? { vote, options } : null
}
