import { insideOutsideGrid } from './inside-outside-grid/kind.ts'
import type { Kind } from './kind.ts'
import { nextSteps } from './next-steps/kind.ts'
import { victoryBackcast } from './victory-backcast/kind.ts'
import { visionBoard } from './vision-board/kind.ts'

/** All kinds, in the order in which they are offered. A new kind is one folder and one line here. */
export const kinds: readonly Kind[] = [visionBoard, victoryBackcast, insideOutsideGrid, nextSteps]

export const kindById = (id: string): Kind | undefined => kinds.find((kind) => kind.id === id)
