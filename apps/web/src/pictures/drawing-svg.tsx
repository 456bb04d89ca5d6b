import { type Drawing, decodeStrokes, type Stroke, strokePath } from '@vispera/board'
import { memo, useMemo } from 'react'
import styles from './picture.module.css'

/** A drawing; `alt` is empty where the words beside it say what it shows. */
export function DrawingSvg({ drawing, alt }: { drawing: Drawing; alt: string }) {
  const { width, height, strokes } = drawing
  const drawn = useMemo(() => decodeStrokes(strokes, { width, height }), [strokes, width, height])
  const isSilent = alt === ''
  return (
    <svg
      role="img"
      aria-label={isSilent ? undefined : alt}
      aria-hidden={isSilent ? true : undefined}
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
    >
      <Strokes strokes={drawn} />
    </svg>
  )
}

/** Lines as they were drawn, one over the other. */
export const Strokes = memo(function Strokes({ strokes }: { strokes: readonly Stroke[] }) {
  return strokes.map((stroke, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only ever added and taken away at the end
    <path key={at} d={strokePath(stroke)} className={styles[stroke.ink]} strokeWidth={stroke.width} />
  ))
})
