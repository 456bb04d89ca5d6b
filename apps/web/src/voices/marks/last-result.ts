import type { Vote } from '@vispera/board'

/** The last closed vote by dots or flags about a board: its totals stand on the notes. */
export const lastResultOn = (votes: readonly Vote[], board: string): Vote | undefined =>
  votes.findLast(
    ({ form, state, result, ...vote }) =>
      (form === 'dots' || form === 'shaky') &&
      state === 'closed' &&
      result !== undefined &&
      vote.board === board,
  )
