import type { Cleaned } from './clean-image.ts'
import { asAscii, broken, join, part, view } from './pieces.ts'

/** Markers by their second byte (ITU T.81, table B.1). */
const startOfScan = 0xda
const endOfImage = 0xd9
/** Quantisation and Huffman tables, and the restart interval: what a scan is decoded with. */
const tables = new Set([0xdb, 0xc4, 0xdd])
/** Baseline, extended and progressive frames; lossless and arithmetic ones are drawn by nobody. */
const frames = new Set([0xc0, 0xc1, 0xc2])
const adobe = 0xee

/** Keeps frames, tables, scans, and the mark that says how colours are meant; every other segment stays out. */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const kept: Uint8Array[] = [part(bytes, 0, 2)]
  let size: { width: number; height: number } | null = null
  let hasScan = false
  let at = 2
  for (;;) {
    const { marker, next } = markerAt(bytes, at)
    if (marker === endOfImage) break
    const length = view(part(bytes, next, 2)).getUint16(0)
    const content = part(bytes, next + 2, length - 2)
    at = next + length
    if (frames.has(marker)) {
      if (size) broken('two frames')
      size = { height: view(part(content, 1, 2)).getUint16(0), width: view(part(content, 3, 2)).getUint16(0) }
    } else if (marker === startOfScan) {
      if (!size) broken('a scan before its frame')
      const end = endOfEntropy(bytes, at)
      kept.push(segment(marker, content), part(bytes, at, end - at))
      at = end
      hasScan = true
      continue
    } else if (!tables.has(marker) && !isColourMark(marker, content)) {
      if (isPartOfPicture(marker)) broken('a picture of another process')
      continue
    }
    kept.push(segment(marker, content))
  }
  if (!size || !hasScan) broken('nothing to draw')
  kept.push(Uint8Array.of(0xff, endOfImage))
  return { bytes: join(kept), ...size }
}

/** The marker that must stand at `at`; any number of fill bytes may stand before it. */
function markerAt(bytes: Uint8Array, at: number): { marker: number; next: number } {
  if (part(bytes, at, 2)[0] !== 0xff) broken('no marker')
  let here = at + 1
  while (part(bytes, here, 1)[0] === 0xff) here++
  return { marker: bytes[here] ?? 0, next: here + 1 }
}

/** Where the coded picture ends: at the first marker that is no stuffed byte and no restart. */
function endOfEntropy(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) broken('a scan without an end')
    const [, next = 0] = part(bytes, at, 2)
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const head = Uint8Array.of(0xff, marker, 0, 0)
  view(head).setUint16(2, content.length + 2)
  return join([head, content])
}

/** Adobe's mark: eleven bytes and one that says which colours the parts are. Without it some turn green. */
const isColourMark = (marker: number, content: Uint8Array): boolean =>
  marker === adobe && content.length === 12 && asAscii(content.subarray(0, 5)) === 'Adobe'

/** Frames of other processes, and segments that only these have: without them nothing can be drawn. */
const isPartOfPicture = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || marker === 0xdc || marker === 0xde || marker === 0xdf
