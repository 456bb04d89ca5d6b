import type { AgendaStage } from '@vispera/board'
import { type ReactNode, useState } from 'react'
import { VoicesOutlet } from '../../voices/voices-outlet.tsx'
import { useAttention } from '../attention/use-attention.ts'
import { useKeepTime } from '../attention/use-keep-time.ts'
import { useSharedSight } from '../attention/use-shared-sight.ts'
import { doingIn } from '../stage-words.ts'
import { usePlace } from '../use-agenda.ts'
import { useFacing } from '../use-facing.ts'
import { useShownResult } from './use-shown-result.ts'
import { WallBoard } from './wall-board.tsx'
import { WallHead } from './wall-head.tsx'
import { WallPause } from './wall-pause.tsx'
import { WallPrompt } from './wall-prompt.tsx'
import { WallResult } from './wall-result.tsx'
import styles from './wall-view.module.css'

interface WallViewProps {
  readonly workshop: string
  /** How to come in; it hides nothing, wherever it stands. */
  readonly join: ReactNode
}

/** The wall follows the stage: its question as large as it goes, the board as it is worked on, or what a vote said. */
export function WallView({ workshop, join }: WallViewProps) {
  useKeepTime()
  // Somebody who says "follow me" leads the wall too.
  useSharedSight()
  useFacing()
  const place = usePlace()
  const [read, setRead] = useState<string | null>(null)
  const { paused } = useAttention()
  const result = useShownResult(place?.stage.id)
  if (!place) return null
  return (
    <>
      <WallHead place={place} under={read ?? workshop} />
      {paused !== null ? (
        <WallPause since={paused} join={join} />
      ) : result ? (
        <WallResult vote={result} join={join} />
      ) : asksAlone(place.stage) ? (
        <WallPrompt key={place.now.run} place={place} join={join} />
      ) : (
        <div className={styles.beside}>
          <WallBoard key={place.now.run} place={place} onRead={setRead} />
          {join}
        </div>
      )}
      <VoicesOutlet />
    </>
  )
}

/** Stages in which nobody needs the board: what is asked is all there is to read. */
function asksAlone(stage: AgendaStage): boolean {
  const doing = doingIn(stage)
  if (doing === 'drafts' || doing === 'vote' || doing === 'rest') return true
  return doing === 'nobody' && (stage.kind === 'arrive' || stage.kind === 'imagine')
}
