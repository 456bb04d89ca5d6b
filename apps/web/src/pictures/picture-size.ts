import type { Media } from '@vispera/board'

/** Narrower and wider pictures get some paper at their sides. */
const narrowest = 0.8
const widest = 3

/** Width by height of the room that a picture takes on a card. */
export const pictureRatio = ({ width, height }: Media): number =>
  Math.min(widest, Math.max(narrowest, width / height))
