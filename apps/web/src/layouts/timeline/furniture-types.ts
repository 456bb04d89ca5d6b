import type { ColorName } from '@vispera/board'
import type { Rect } from '../shared/geometry.ts'
import type { ListHead } from '../shared/list.ts'
import type { Sentence } from './hanging.ts'
import type { Stub } from './lanes.ts'
import type { Breaks, PlanHeading, PlanRow } from './plan-rows.ts'

/** What stands on the path beside its notes. */
export interface TimelineFurniture {
  readonly mode: 'backwards' | 'forwards'
  readonly dir: 'ltr' | 'rtl'
  readonly today: Rect
  readonly columns: readonly { readonly depth: number; readonly rect: Rect }[]
  readonly lanes: readonly {
    readonly id: string | null
    readonly label: string
    readonly color: ColorName
    readonly meter: readonly [number, number] | null
    readonly head: Rect
    /** The lane's whole stretch, for its hairline. */
    readonly rect: Rect
    /** How many steps it has; while folded away, they stand in the stubs. */
    readonly count: number
    readonly stubs: readonly Stub[]
  }[]
  /** Stretches of time between today and the instant, each from its first column on; '' where none begins. */
  readonly bands: readonly { readonly depth: number; readonly name: string; readonly rect: Rect }[]
  readonly sentences: readonly Sentence[]
  readonly heads: readonly ListHead[]
  readonly sideRule: Rect
  readonly victoryReaches: boolean
  /** Read forwards: what stands on each step's row. */
  readonly rows: ReadonlyMap<string, PlanRow>
  readonly parts: readonly PlanHeading[]
  readonly breaks: Breaks | null
}
