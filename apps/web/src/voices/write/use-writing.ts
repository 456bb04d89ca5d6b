import type { Note } from '@vispera/board'
import { useCallback } from 'react'
import type { Doc } from 'yjs'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import type { MyDraft } from '../../session/my-draft.ts'
import { useSession } from '../../session/session-context.ts'
import { useFromDoc } from '../from-stage.ts'
import { useStageNow } from '../use-stage-now.ts'
import { faceDownNow } from '../voices.ts'
import { type DraftHome, readDrafts } from './drafts.ts'

export interface Writing {
  readonly home: DraftHome
  readonly draft: MyDraft
  /** Newest first. */
  readonly mine: readonly Note[]
  /** Cards of everybody, still face down. */
  readonly faceDown: number
  /** The board that is written for, when another one is on screen. */
  readonly elsewhere: string | null
}

/** What I write alone just now; null while no stage asks for it. */
export function useWriting(): Writing | null {
  const session = useSession()
  const running = useStageNow()
  const { open } = useBoardOnScreen()
  const board = running?.stage.board ?? open.entry.id
  const draft = session.draft()
  const read = useCallback((doc: Doc) => readDrafts(doc, board), [board])
  // Those who only look on have no drafts: any document without notes will do.
  const mine = useFromDoc(draft?.doc ?? session.stageDoc, read)
  if (!running || !draft) return null
  return {
    home: { board, stage: running.stage.id },
    draft,
    mine,
    faceDown: Math.max(faceDownNow(running), mine.length),
    elsewhere: board === open.entry.id ? null : board,
  }
}

/** How many cards lie face down, mine among them as soon as I put them down. */
export function useFaceDown(): number {
  const running = useStageNow()
  const writing = useWriting()
  return writing?.faceDown ?? (running ? faceDownNow(running) : 0)
}
