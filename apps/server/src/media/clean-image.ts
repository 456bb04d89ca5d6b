import { type ImageType, maxImageSide } from '@vispera/board'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'

/** A picture of which nothing is left but what it takes to draw it. */
export interface CleanImage {
  readonly type: ImageType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** `unknown`: no picture of a type that is taken. `broken`: it ends early or contradicts itself. */
export type ImageRefusal = 'unknown' | 'broken' | 'too-wide'

/** Longer or taller than so many times its other side, it is nothing that anybody looks at. */
const longestStrip = 100

/** What a reader of one type answers; it throws anything for bytes that are broken. */
export type Cleaned = Omit<CleanImage, 'type'>

/**
 * Reads a picture by its own bytes alone, whatever anybody calls it, and writes it anew from the parts that it is
 * drawn from: places, times, devices, colour profiles, thumbnails, comments and whatever hangs on behind stay out.
 * A picture that moves becomes a still or is refused.
 */
export function cleanImage(bytes: Uint8Array): CleanImage | ImageRefusal {
  const known = readers.find(({ magic }) => magic.every((byte, at) => byte === null || byte === bytes[at]))
  if (!known) return 'unknown'
  try {
    const cleaned = known.clean(bytes)
    const { width, height } = cleaned
    if (width < 1 || height < 1) return 'broken'
    const isStrip = Math.max(width, height) > longestStrip * Math.min(width, height)
    if (width > maxImageSide || height > maxImageSide || isStrip) return 'too-wide'
    return { type: known.type, ...cleaned }
  } catch {
    // Bytes that end early are read past their end in many ways; all mean the same.
    return 'broken'
  }
}

interface Reader {
  readonly type: ImageType
  /** First bytes; null where any will do. */
  readonly magic: readonly (number | null)[]
  readonly clean: (bytes: Uint8Array) => Cleaned
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

const readers: readonly Reader[] = [
  { type: 'image/jpeg', magic: [0xff, 0xd8, 0xff], clean: cleanJpeg },
  {
    type: 'image/png',
    magic: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a],
    clean: cleanPng,
  },
  {
    type: 'image/webp',
    magic: [...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')],
    clean: cleanWebp,
  },
]
