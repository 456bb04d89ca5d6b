import { crc32 } from 'node:zlib'
import type { Cleaned } from './clean-image.ts'
import { asAscii, broken, join, part, view } from './pieces.ts'

/** Chunks that the picture is drawn from; transparency is the one that a reader may ignore. */
const drawn = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const signatureLength = 8

/** Keeps the chunks that draw, in their order, each with its checksum verified; texts, times and profiles stay out. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const kept: Uint8Array[] = [part(bytes, 0, signatureLength)]
  let size: { width: number; height: number } | null = null
  let hasPixels = false
  for (let at = signatureLength; ; ) {
    const length = view(part(bytes, at, 4)).getUint32(0)
    const typed = part(bytes, at + 4, length + 4)
    const type = asAscii(typed.subarray(0, 4))
    const whole = part(bytes, at, length + 12)
    at += whole.length
    if ((size === null) !== (type === 'IHDR')) broken('a header in the wrong place')
    if (!drawn.has(type)) {
      if (isCritical(type)) broken('a chunk that cannot be left out')
      continue
    }
    if (crc32(typed) !== view(whole).getUint32(length + 8)) broken('a wrong checksum')
    kept.push(whole)
    if (type === 'IHDR') size = sizeIn(typed.subarray(4))
    if (type === 'IDAT') hasPixels = true
    if (type === 'IEND') break
  }
  if (!size || !hasPixels) broken('nothing to draw')
  return { bytes: join(kept), ...size }
}

function sizeIn(header: Uint8Array): { width: number; height: number } {
  if (header.length !== 13) broken('a header of another length')
  const read = view(header)
  return { width: read.getUint32(0), height: read.getUint32(4) }
}

/** A capital first letter: a reader that does not know the chunk cannot draw the picture. */
const isCritical = (type: string): boolean => /^[A-Z]/.test(type) || !/^[A-Za-z]{4}$/.test(type)
