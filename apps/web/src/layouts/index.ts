import type { LayoutEngine } from '@vispera/kinds'
import { canvas } from './canvas/index.ts'
import { grid } from './grid/index.ts'
import type { LayoutModule } from './layout.ts'
import { table } from './table/index.ts'
import { timeline } from './timeline/index.ts'

/** Engine to layout. A new layout is one folder and one line here. */
const layouts: { readonly [Engine in LayoutEngine]: unknown } = { canvas, timeline, grid, table }

/** The layout that draws a kind. The furniture it arranges is the furniture it draws, so its type stays inside. */
export const layoutFor = (engine: LayoutEngine): LayoutModule => layouts[engine] as LayoutModule
