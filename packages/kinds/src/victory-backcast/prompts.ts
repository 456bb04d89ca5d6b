import { type Board, isShown } from '@vispera/board'
import type { Prompt } from '../kind.ts'
import { soundsLikeAction } from './sounds-like-action.ts'

/** "That sounds like an action; what does it change?": a hint on a step, which may be moved to where actions stand. */
export const backcastPrompts = (board: Board): Prompt[] =>
  board.notes
    .filter((note) => note.kind === 'step' && isShown(note) && soundsLikeAction(note))
    .map((note) => ({
      id: `action.${note.id}`,
      rule: 'action',
      notes: [note.id],
      values: { text: note.text },
      moves: 'tactic',
    }))
