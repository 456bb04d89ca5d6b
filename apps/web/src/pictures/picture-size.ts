import type { Media } from '@vispera/board'
import { noteWidth } from '../layouts/shared/type.ts'

/** Narrower and wider pictures get some paper at their sides. */
const narrowest = 0.8
const widest = 3

/** Width by height of the room that a picture takes on a card. */
export const pictureRatio = ({ width, height }: Media): number =>
  Math.min(widest, Math.max(narrowest, width / height))

/** Board units that a note on the wall takes with this picture and a few words. */
export const heightWithPicture = (media: Media): number => Math.ceil(noteWidth / pictureRatio(media)) + 90
