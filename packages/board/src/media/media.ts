import * as z from 'zod/mini'

/** Longest drawing, as stored. */
export const maxStrokesLength = 12_000
/** Longest side of a drawing, in its own units. */
export const maxDrawingSide = 2_000
/** Longest description of a picture. */
export const maxAltLength = 600
/** Longest side of a picture, in pixels. */
export const maxImageSide = 2_048

/** Types that a picture's bytes may be of. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ImageType = (typeof imageTypes)[number]

export const mediaIdSchema = z.string().check(z.regex(/^[A-Za-z0-9]{8,40}$/))

const altSchema = z.string().check(z.maxLength(maxAltLength))
const side = (most: number) => z.int().check(z.minimum(1), z.maximum(most))

/**
 * What a note shows beside its words: ONE value, written whole. `alt` says it in words, and is empty while nobody
 * has. A drawing is small enough to live in the note; an image's bytes rest with the server under `mediaId`.
 */
export const mediaSchema = z.union([
  z.object({
    kind: z.literal('drawing'),
    alt: altSchema,
    width: side(maxDrawingSide),
    height: side(maxDrawingSide),
    /** See `encodeStrokes`. */
    strokes: z.string().check(z.maxLength(maxStrokesLength), z.regex(/^[A-Za-z0-9_.-]+$/)),
  }),
  z.object({
    kind: z.literal('image'),
    alt: altSchema,
    width: side(maxImageSide),
    height: side(maxImageSide),
    mediaId: mediaIdSchema,
  }),
])
export type Media = z.infer<typeof mediaSchema>
export type Drawing = Extract<Media, { kind: 'drawing' }>
export type ImageMedia = Extract<Media, { kind: 'image' }>

/** A picture's bytes, for records and copies of a whole workshop. */
export interface StoredImage {
  readonly type: ImageType
  readonly bytes: Uint8Array
}
