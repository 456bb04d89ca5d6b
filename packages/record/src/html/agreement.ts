import type { AgreementLevel } from '../document/blocks.ts'
import { escapeHtml } from './escape.ts'

/** Length of the longest bar, in the units of its drawing. */
const longest = 156

/**
 * How many chose each level, as a table with bars. Each level has a texture of its own (full, dense, sparse,
 * outline), so that the bars are told apart without colour; none has only its edge.
 */
export function writeLevels(levels: readonly AgreementLevel[]): string {
  const most = Math.max(1, ...levels.map(({ count }) => count))
  const rows = levels.map(({ label, count, figure }, index) => {
    const bar = drawBar(Math.round((count / most) * longest), index)
    return `<tr><td>${escapeHtml(figure)}</td><td>${bar}</td><th scope="row">${escapeHtml(label)}</th></tr>`
  })
  return `<table class="levels"><tbody>${rows.join('')}</tbody></table>`
}

function drawBar(length: number, level: number): string {
  const open = '<svg aria-hidden="true" viewBox="0 0 160 12" preserveAspectRatio="xMinYMid meet">'
  if (length === 0) return `${open}<rect class="bar" width="2" height="12"/></svg>`
  if (level === 0) return `${open}<rect class="bar" width="${length}" height="12"/></svg>`
  if (level === 1 || level === 2)
    return `${open}${stripes(length, level === 1 ? [4, 1.4] : [1.6, 4.4])}</svg>`
  return `${open}<rect class="bar-outline" x="0.75" y="0.75" width="${Math.max(1, length - 1.5)}" height="10.5"/></svg>`
}

function stripes(length: number, [ink, gap]: readonly [number, number]): string {
  const rects: string[] = []
  for (let x = 0; x < length; x += ink + gap) {
    rects.push(
      `<rect class="bar" x="${x.toFixed(1)}" width="${Math.min(ink, length - x).toFixed(1)}" height="12"/>`,
    )
  }
  return rects.join('')
}
