import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Arrangement } from '../../layouts/layout.ts'
import { useWall } from '../wall-context.ts'
import styles from './far-layer.module.css'
import { createFarPainter } from './far-painter.ts'
import { type Paints, readPaints } from './paints.ts'

export interface FarLayerProps {
  readonly arranged: Arrangement
  readonly titles: ReadonlyMap<string, string>
  /** Notes that stand in the DOM and must not be painted twice. */
  readonly mounted: ReadonlySet<string>
  readonly onPainted: () => void
  /** What is painted stays as it is: the notes are about to stand there themselves. */
  readonly isLeaving: boolean
}

/** Everything as one painting, while it is too small or too much to be elements. Panning writes one transform. */
export function FarLayer({ arranged, titles, mounted, onPainted, isLeaving }: FarLayerProps) {
  const { camera, index } = useWall()
  const canvases = useRef<[HTMLCanvasElement | null, HTMLCanvasElement | null]>([null, null])
  const painter = useRef<ReturnType<typeof createFarPainter> | null>(null)
  const read = useRef<{ readonly theme: string; readonly paints: Paints } | null>(null)
  const cull = useSyncExternalStore(camera.subscribe, camera.cull)
  const size = useSyncExternalStore(camera.subscribe, camera.size)
  const theme = useThemeChanges()

  useEffect(() => {
    const [one, other] = canvases.current
    if (!one || !other) return
    const made = createFarPainter([one, other], camera, onPainted)
    painter.current = made
    return made.close
  }, [camera, onPainted])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new part in view or another theme is a new painting
  useEffect(() => {
    const [element] = canvases.current
    if (!element || isLeaving) return painter.current?.paint(null)
    painter.current?.paint(() => {
      // Read once: the page's styles are worked out for it.
      if (read.current?.theme !== theme) read.current = { theme, paints: readPaints(element) }
      return { arranged, titles, index, skip: mounted, paints: read.current.paints }
    })
  }, [index, arranged, titles, mounted, size, theme, cull, onPainted, isLeaving])

  return [0, 1].map((which) => (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; its notes are in the outline and under the keys
    <canvas
      key={which}
      ref={(element) => {
        canvases.current[which as 0 | 1] = element
      }}
      hidden
      className={styles.canvas}
      aria-hidden="true"
    />
  ))
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
