import { tallScriptOf } from '@vispera/ui'

/** How a piece of text is set. Sizes in board units. */
export interface TextStyle {
  readonly size: number
  readonly weight: 400 | 600 | 700 | 800
  readonly face: 'text' | 'display'
  /** Line height as a multiple of the size, for Latin; taller scripts take more by themselves. */
  readonly line: number
}

/** The width of one run of text on one line, in board units. */
export type WidthOf = (text: string, style: TextStyle) => number

/** Estimates how tall text stands without asking the page to lay anything out. */
export interface Measure {
  width: WidthOf
  /** Lines that `text` takes in `width`; the first may be shorter by `notch` (the mark at its end). */
  lines(text: string, width: number, style: TextStyle, notch?: number): number
  /** Height of `text` in `width`. */
  height(text: string, width: number, style: TextStyle, notch?: number): number
}

/** Texts remembered; beyond that the oldest half is forgotten. */
const maxKept = 40_000

export function createMeasure(widthOf: WidthOf): Measure {
  const widths = new Map<string, number>()
  const counts = new Map<string, number>()
  const width: WidthOf = (text, style) => {
    const key = `${style.face}${style.weight} ${style.size} ${text}`
    return remember(widths, key, () => widthOf(text, style))
  }
  const lines: Measure['lines'] = (text, room, style, notch = 0) => {
    const key = `${style.face}${style.weight} ${style.size} ${Math.round(room)} ${notch} ${text}`
    return remember(counts, key, () => countLines(text, room, notch, (run) => width(run, style)))
  }
  return {
    width,
    lines,
    height: (text, room, style, notch) => lines(text, room, style, notch) * lineHeight(text, style),
  }
}

/** The height of one line, by the script of the words. */
export function lineHeight(text: string, { size, line, face }: TextStyle): number {
  const script = tallScriptOf(text)
  if (script === 'burmese') return size * (face === 'display' ? 1.7 : 1.62)
  if (script === 'arabic') return size * (face === 'display' ? Math.max(line, 1.35) : 1.5)
  return size * line
}

/** Widths from letters alone: for tests and for the moment before fonts are there. */
export const plainWidth: WidthOf = (text, { size, face, weight }) => {
  let em = 0
  for (const letter of text)
    em += letter === ' ' ? 0.26 : wide.test(letter) ? 1 : narrow.test(letter) ? 0.3 : 0.56
  return em * size * (face === 'display' ? 0.84 : weight >= 600 ? 1.06 : 1)
}
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60\p{Extended_Pictographic}]/u
const narrow = /[iIl1.,;:'’!|jtfr\p{M}]/u

/** Scripts that break without spaces. */
const unspaced =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function countLines(text: string, room: number, notch: number, width: (run: string) => number): number {
  let count = 0
  for (const paragraph of text.split('\n'))
    count += countInParagraph(paragraph, room, count === 0 ? notch : 0, width)
  return Math.max(1, count)
}

function countInParagraph(text: string, room: number, notch: number, width: (run: string) => number): number {
  let lines = 1
  let left = room - notch
  for (const word of pieces(text)) {
    const bare = word.trimEnd()
    const needs = width(bare)
    if (needs <= left) left -= width(word)
    else if (needs <= room) {
      lines++
      left = room - width(word)
    } else {
      // A word wider than the note breaks anywhere.
      const over = needs - Math.max(0, left)
      const more = Math.ceil(over / room)
      lines += more
      left = more * room - over
    }
  }
  return lines
}

/** Where a line may break: after spaces and hyphens, and between words of scripts without spaces. */
function pieces(text: string): string[] {
  const words = text.match(/[^\s-]*-+(?=\S)|\S+\s*|\s+/g) ?? []
  if (!unspaced.test(text)) return words
  segmenter ??= new Intl.Segmenter('my', { granularity: 'word' })
  const splitter = segmenter
  return words.flatMap((word) =>
    unspaced.test(word) ? Array.from(splitter.segment(word), ({ segment }) => segment) : [word],
  )
}
let segmenter: Intl.Segmenter | undefined

function remember(cache: Map<string, number>, key: string, find: () => number): number {
  const known = cache.get(key)
  if (known !== undefined) return known
  if (cache.size >= maxKept) {
    let drop = maxKept / 2
    for (const old of cache.keys()) {
      if (drop-- <= 0) break
      cache.delete(old)
    }
  }
  const found = find()
  cache.set(key, found)
  return found
}
