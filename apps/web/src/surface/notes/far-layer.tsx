import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Arrangement } from '../../layouts/layout.ts'
import { useWall } from '../wall-context.ts'
import styles from './far-layer.module.css'
import { paintFar } from './paint-far.ts'
import { readPaints } from './paints.ts'

export interface FarLayerProps {
  readonly arranged: Arrangement
  readonly titles: ReadonlyMap<string, string>
  /** Notes that stand in the DOM and must not be painted twice. */
  readonly mounted: readonly string[]
}

/** Painted past the edges of the view, as parts of its size, so that panning only moves the canvas. */
const overscan = 0.35
/** Once the zoom has changed by this much, the painting is drawn afresh at once; */
const staleZoom = 1.6
/** else when the hand has rested for a moment: until then it is stretched. */
const restMs = 90

/** Everything as one painting, while it is too small or too much to be elements. Panning writes one transform. */
export function FarLayer({ arranged, titles, mounted }: FarLayerProps) {
  const { camera, index } = useWall()
  const canvas = useRef<HTMLCanvasElement>(null)
  const cull = useSyncExternalStore(camera.subscribe, camera.cull)
  const size = useSyncExternalStore(camera.subscribe, camera.size)
  const theme = useThemeChanges()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new part in view or another theme is a new painting
  useEffect(() => {
    const element = canvas.current
    if (!element || size.w === 0) return
    const skip = new Set(mounted)
    const paints = readPaints(element)
    let painted = camera.view()
    let waiting: ReturnType<typeof setTimeout> | undefined

    const paint = () => {
      clearTimeout(waiting)
      waiting = undefined
      painted = camera.view()
      paintFar({ element, view: painted, size, overscan, arranged, titles, index, skip, paints })
      place()
    }
    const place = () => {
      const view = camera.view()
      const scale = view.zoom / painted.zoom
      const x = view.x - painted.x * scale - size.w * overscan * scale
      const y = view.y - painted.y * scale - size.h * overscan * scale
      element.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
      const reach = (1 + 2 * overscan) * scale
      const isOut = x > 0 || y > 0 || x + size.w * reach < size.w || y + size.h * reach < size.h
      const isStale = scale > staleZoom || scale < 1 / staleZoom
      if (isOut || isStale) {
        paint()
      } else if (scale !== 1) {
        clearTimeout(waiting)
        waiting = setTimeout(paint, restMs)
      }
    }
    paint()
    const stop = camera.onMove(place)
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [camera, index, arranged, titles, mounted, size, theme, cull])

  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; its notes are in the outline and under the keys
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
}

/** Counts changes of the colour scheme, which the page's styles answer by themselves but a painting does not. */
function useThemeChanges(): string {
  return useSyncExternalStore(
    subscribeTheme,
    () => `${document.documentElement.dataset.theme} ${dark.matches} ${contrast.matches}`,
  )
}
const dark = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more)')

function subscribeTheme(listener: () => void): () => void {
  const watch = new MutationObserver(listener)
  watch.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast'],
  })
  dark.addEventListener('change', listener)
  contrast.addEventListener('change', listener)
  return () => {
    watch.disconnect()
    dark.removeEventListener('change', listener)
    contrast.removeEventListener('change', listener)
  }
}
