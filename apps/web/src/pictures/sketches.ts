import type { Stroke } from '@vispera/board'
import { useState } from 'react'
import type { BoardUiStore } from '../board-ui/board-ui.ts'
import type { ShrunkImage } from './shrink-image.ts'

/** A drawing that is not on the board yet; turning away from it does not throw it away. */
interface Sketch {
  readonly strokes: readonly Stroke[]
  /** What it was before each of the last changes. */
  readonly past: readonly (readonly Stroke[])[]
  readonly alt: string
}
/** A picture that is not on the board yet, with the address under which this page shows it. */
interface Sheet {
  readonly image: (ShrunkImage & { readonly url: string }) | null
  readonly alt: string
}

const mostPast = 200
const blank: Sketch = { strokes: [], past: [], alt: '' }
const empty: Sheet = { image: null, alt: '' }
const sketches = new WeakMap<BoardUiStore, Sketch>()
const sheets = new WeakMap<BoardUiStore, Sheet>()

/** The drawing on the pad of one board, and what can be done with it. */
export function useSketch(ui: BoardUiStore) {
  const [sketch, show] = useState(sketches.get(ui) ?? blank)
  const keep = (next: Sketch) => {
    sketches.set(ui, next)
    show(next)
  }
  const draw = (strokes: readonly Stroke[]) =>
    keep({ ...sketch, strokes, past: [...sketch.past, sketch.strokes].slice(-mostPast) })
  return {
    ...sketch,
    draw,
    clear: () => draw([]),
    undo: () => keep({ ...sketch, strokes: sketch.past.at(-1) ?? [], past: sketch.past.slice(0, -1) }),
    say: (alt: string) => keep({ ...sketch, alt }),
    forget: () => void sketches.delete(ui),
  }
}

/** The picture about to be brought to one board. */
export function useSheet(ui: BoardUiStore) {
  const [sheet, show] = useState(sheets.get(ui) ?? empty)
  const keep = (change: Partial<Sheet>) => {
    const next = { ...(sheets.get(ui) ?? empty), ...change }
    sheets.set(ui, next)
    show(next)
  }
  const letGo = () => {
    const { image } = sheets.get(ui) ?? empty
    if (image) URL.revokeObjectURL(image.url)
  }
  return {
    ...sheet,
    lay(image: ShrunkImage) {
      letGo()
      keep({ image: { ...image, url: URL.createObjectURL(image.blob) } })
    },
    say: (alt: string) => keep({ alt }),
    forget() {
      letGo()
      sheets.delete(ui)
    },
  }
}
