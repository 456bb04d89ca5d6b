import { classes } from './classes.ts'
import { ColorMark } from './color-mark.tsx'
import colorStyles from './colors.module.css'
import type { ColorId } from './colors.ts'
import styles from './swatch.module.css'

export type SwatchProps = { color: ColorId; className?: string | undefined }

/** A small square of a note colour with its mark: beside words in the composer, the outline and legends. */
export function Swatch({ color, className }: SwatchProps) {
  return (
    <span className={classes(styles.swatch, colorStyles[color], className)} aria-hidden="true">
      <ColorMark color={color} />
    </span>
  )
}
