/** Longest side of a picture that is sent, in pixels. */
const longestSide = 1_600
/** What the server takes at most, with a little to spare. */
const mostBytes = 590 * 1024
/** A file larger than this is no photograph, or would not fit into the memory of a phone. */
const mostFileBytes = 40 * 1024 * 1024
const qualities = [0.82, 0.7, 0.55, 0.4] as const
const smaller = 0.75

export interface ShrunkImage {
  readonly blob: Blob
  readonly width: number
  readonly height: number
}

/** Why a file cannot be put on the board. */
export type ImageProblem = 'too-big' | 'unreadable'

export class UnusableImage extends Error {
  readonly problem: ImageProblem
  constructor(problem: ImageProblem) {
    super(problem)
    this.name = 'UnusableImage'
    this.problem = problem
  }
}

/**
 * Draws a picture anew, small enough to be sent over a bad line. Only its pixels go on: where, when and with what it
 * was taken stays on the device. Throws `UnusableImage`.
 */
export async function shrinkImage(file: Blob): Promise<ShrunkImage> {
  if (file.size > mostFileBytes) throw new UnusableImage('too-big')
  const source = await decode(file)
  try {
    const [wide, high] = [source.width, source.height]
    if (wide < 1 || high < 1) throw new UnusableImage('unreadable')
    for (let side = Math.min(longestSide, Math.max(wide, high)); side >= 200; side *= smaller) {
      const scale = Math.min(1, side / Math.max(wide, high))
      const size = {
        width: Math.max(1, Math.round(wide * scale)),
        height: Math.max(1, Math.round(high * scale)),
      }
      for (const quality of qualities) {
        const blob = await encode(source, size, quality)
        if (blob.size <= mostBytes) return { blob, ...size }
      }
    }
    throw new UnusableImage('too-big')
  } finally {
    if ('close' in source) source.close()
  }
}

async function decode(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return decodeByElement(file)
  }
}

/** Some browsers read some types only for an element. Nothing in a picture runs there either. */
async function decodeByElement(file: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } catch {
    throw new UnusableImage('unreadable')
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function encode(
  source: CanvasImageSource,
  { width, height }: { width: number; height: number },
  quality: number,
): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new UnusableImage('unreadable')
  // The paper that a picture lies on, should it be one that can be seen through.
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(source, 0, 0, width, height)
  const webp = await blobOf(canvas, 'image/webp', quality)
  // Safari answers a PNG when it is asked for WebP.
  const blob = webp?.type === 'image/webp' ? webp : await blobOf(canvas, 'image/jpeg', quality)
  if (!blob) throw new UnusableImage('unreadable')
  return blob
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality))
