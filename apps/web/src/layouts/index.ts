import type { LayoutEngine } from '@vispera/kinds'
import { type Later, onDemand } from '../later/later.ts'
import type { LayoutModule } from './layout.ts'

/** Engine to layout. A new layout is one folder and one line here. */
const layouts: { readonly [Engine in LayoutEngine]: () => Promise<unknown> } = {
  canvas: async () => (await import('./canvas/index.ts')).canvas,
  timeline: async () => (await import('./timeline/index.ts')).timeline,
  grid: async () => (await import('./grid/index.ts')).grid,
  table: async () => (await import('./table/index.ts')).table,
}

const parts = new Map(
  Object.entries(layouts).map(([engine, load]) => [engine, onDemand(load as () => Promise<LayoutModule>)]),
)

/**
 * The layout that draws a kind: a board brings its own and no other. The furniture it arranges is the furniture
 * it draws, so its type stays inside.
 */
export const layoutFor = (engine: LayoutEngine): Later<LayoutModule> =>
  parts.get(engine) as Later<LayoutModule>
