import { useSyncExternalStore } from 'react'
import { createMeasure, type Measure, plainWidth, type TextStyle } from '../../layouts/shared/measure.ts'

/**
 * Text widths from a canvas that is never shown. One measure for the page; when a font arrives, a new one, so
 * that everything is measured again with the real letters.
 */
let measure = createMeasure(canvasWidth())
const listeners = new Set<() => void>()

export const useMeasure = (): Measure => useSyncExternalStore(subscribe, () => measure)

function subscribe(listener: () => void): () => void {
  // Kept for good: a font that arrives between two boards changes widths just as well.
  document.fonts?.addEventListener('loadingdone', renew)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function renew(): void {
  measure = createMeasure(canvasWidth())
  for (const listener of listeners) listener()
}

function canvasWidth(): (text: string, style: TextStyle) => number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return plainWidth
  let current = ''
  return (text, { size, weight, face }) => {
    const family =
      face === 'display' ? '"Vispera Display", "Vispera Text", "Noto Sans"' : '"Vispera Text", "Noto Sans"'
    const font = `${weight} ${size}px ${family}, system-ui, sans-serif`
    if (font !== current) pen.font = current = font
    return pen.measureText(text).width
  }
}
