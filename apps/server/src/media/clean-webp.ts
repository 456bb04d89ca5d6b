import type { Cleaned } from './clean-image.ts'
import { asAscii, broken, join, part, view } from './pieces.ts'

interface Chunk {
  readonly name: string
  readonly content: Uint8Array
}

/** Keeps the coded picture and its transparency; profiles, EXIF and XMP stay out, what moves is refused. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  const chunks = chunksOf(part(bytes, 12, view(bytes).getUint32(4, true) - 4))
  if (chunks.some(({ name }) => name.startsWith('ANI') || name === 'ANMF')) broken('it moves')
  const picture = only(chunks, 'VP8 ') ?? only(chunks, 'VP8L')
  if (!picture) broken('nothing to draw')
  const size = picture.name === 'VP8L' ? losslessSize(picture.content) : lossySize(picture.content)
  const alpha = picture.name === 'VP8 ' ? only(chunks, 'ALPH') : undefined
  const kept = alpha ? [extendedHead(size), alpha, picture] : [picture]
  return { bytes: riff(kept), ...size }
}

function chunksOf(body: Uint8Array): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 0; at < body.length; ) {
    const name = asAscii(part(body, at, 4))
    const length = view(part(body, at + 4, 4)).getUint32(0, true)
    chunks.push({ name, content: part(body, at + 8, length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function only(chunks: readonly Chunk[], name: string): Chunk | undefined {
  const found = chunks.filter((chunk) => chunk.name === name)
  if (found.length > 1) broken('one part twice')
  return found[0]
}

/** The frame header of RFC 6386: a start code, then 14 bits each. */
function lossySize(content: Uint8Array): { width: number; height: number } {
  const head = part(content, 0, 10)
  const isKeyFrame = ((head[0] ?? 1) & 1) === 0
  if (!isKeyFrame || head[3] !== 0x9d || head[4] !== 0x01 || head[5] !== 0x2a) broken('no frame header')
  const read = view(head)
  return { width: read.getUint16(6, true) & 0x3fff, height: read.getUint16(8, true) & 0x3fff }
}

function losslessSize(content: Uint8Array): { width: number; height: number } {
  const head = part(content, 0, 5)
  if (head[0] !== 0x2f) broken('no frame header')
  const bits = view(head).getUint32(1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** Says that there is transparency, and nothing else. */
function extendedHead({ width, height }: { width: number; height: number }): Chunk {
  const content = new Uint8Array(10)
  const write = view(content)
  write.setUint8(0, 0x10)
  write.setUint16(4, (width - 1) & 0xffff, true)
  write.setUint16(7, (height - 1) & 0xffff, true)
  return { name: 'VP8X', content }
}

function riff(chunks: readonly Chunk[]): Uint8Array {
  const parts = chunks.flatMap(({ name, content }) => {
    const head = new Uint8Array(8)
    head.set(Buffer.from(name, 'latin1'))
    view(head).setUint32(4, content.length, true)
    return content.length % 2 ? [head, content, new Uint8Array(1)] : [head, content]
  })
  const head = new Uint8Array(12)
  head.set(Buffer.from('RIFF....WEBP', 'latin1'))
  view(head).setUint32(4, 4 + parts.reduce((sum, { length }) => sum + length, 0), true)
  return join([head, ...parts])
}
