import { type ReactNode, useEffect, useMemo } from 'react'
import { useMarkDrawn } from '../../board-ui/drawn.ts'
import { later } from '../../later/later.ts'
import { Part } from '../../later/part.tsx'
import type { ArrangeInput, Arrangement } from '../../layouts/layout.ts'
import { useWall } from '../wall-context.ts'
import { World } from '../world.tsx'
import { NotesLayer } from './notes-layer.tsx'
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
  const markDrawn = useMarkDrawn()
  const titles = useMemo(() => titlesOf(arranged, input), [arranged, input])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked after every draw of the notes
  useEffect(() => {
    // Not before the camera knows its frame: until then nothing is in sight.
    if (camera.size().w > 0) markDrawn()
  }, [camera, visible, markDrawn])
  return (
    <World under={visible.isFar && <Part of={farLayer} with={{ arranged, titles, mounted: visible.ids }} />}>
      {children}
      <NotesLayer arranged={arranged} input={input} visible={visible} />
    </World>
  )
}

/** The words of notes that name a group. */
const titlesOf = ({ boxes }: Arrangement, { board }: ArrangeInput): ReadonlyMap<string, string> =>
  new Map(
    board.notes.flatMap(({ id, text }) => (boxes.get(id)?.look === 'heading' ? [[id, text] as const] : [])),
  )
