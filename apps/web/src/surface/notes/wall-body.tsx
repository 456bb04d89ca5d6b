import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useMarkDrawn } from '../../board-ui/drawn.ts'
import { later } from '../../later/later.ts'
import { Part } from '../../later/part.tsx'
import type { ArrangeInput, Arrangement } from '../../layouts/layout.ts'
import { useWall } from '../wall-context.ts'
import { World } from '../world.tsx'
import { NotesLayer } from './notes-layer.tsx'
import { useBroughtOn } from './use-brought-on.ts'
import { useVisible } from './use-visible.ts'

const farLayer = later(() => import('./far-layer.tsx').then(({ FarLayer }) => FarLayer))

export interface WallBodyProps {
  readonly arranged: Arrangement
  readonly input: ArrangeInput
  /** What else stands in the board's world: furniture and links under the notes, hints and cursors over them. */
  readonly children: ReactNode
}

/** The world with the notes in sight, as elements or as one painting; and word to the page once they are there. */
export function WallBody({ arranged, input, children }: WallBodyProps) {
  const { camera } = useWall()
  const visible = useVisible(arranged)
  const { ids, isWhole, paints, onPainted } = useBroughtOn(arranged, visible)
  const markDrawn = useMarkDrawn()
  const titles = useMemo(() => titlesOf(arranged, input), [arranged, input])
  // Coming nearer, the painting stays as it is until the notes stand there.
  const painting = useRef({ arranged, titles, mounted: visible.pinned, onPainted })
  if (visible.isFar) painting.current = { arranged, titles, mounted: visible.pinned, onPainted }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked after every draw of the notes
  useEffect(() => {
    // Not before the camera knows its frame: until then nothing is in sight.
    if (camera.size().w > 0 && isWhole) markDrawn()
  }, [camera, visible, isWhole, markDrawn])
  return (
    <World under={paints && <Part of={farLayer} with={{ ...painting.current, isLeaving: !visible.isFar }} />}>
      {children}
      <NotesLayer arranged={arranged} input={input} ids={ids} />
    </World>
  )
}

/** The words of notes that name a group. */
const titlesOf = ({ boxes }: Arrangement, { board }: ArrangeInput): ReadonlyMap<string, string> =>
  new Map(
    board.notes.flatMap(({ id, text }) => (boxes.get(id)?.look === 'heading' ? [[id, text] as const] : [])),
  )
