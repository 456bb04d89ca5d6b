import { type Kind, kindById } from '@vispera/kinds'
import { boardOf, type Stages } from '../workshops/stages.ts'

/** The kind of a board, from what is at hand; null for one of a workshop that nobody has opened. */
export type KindOfBoard = (workshop: string, board: string) => Kind | null

export function kindsOfBoards(stages: Stages): KindOfBoard {
  return (workshop, board) => {
    const stage = stages.known(workshop)
    return kindById((stage && boardOf(stage, board)?.kind) ?? '') ?? null
  }
}
