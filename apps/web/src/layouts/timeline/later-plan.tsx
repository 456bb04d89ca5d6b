import { later } from '../../later/later.ts'
import { useLater } from '../../later/part.tsx'
import type { LookProps } from '../layout.ts'
import type { TimelineFurniture } from './furniture-types.ts'

/** The path read forwards: nobody sees it before they ask for it. */
export const plan = later(() => import('./plan.ts'))

export function PlanFurniture(props: { furniture: TimelineFurniture }) {
  const { PlanFurniture: Furniture } = useLater(plan)
  return <Furniture {...props} />
}

export function PlanLine(props: LookProps) {
  const { PlanLine: Look } = useLater(plan)
  return <Look {...props} />
}

export function FinaleScene(props: LookProps) {
  const { FinaleScene: Look } = useLater(plan)
  return <Look {...props} />
}

export function Finale(props: LookProps) {
  const { Finale: Look } = useLater(plan)
  return <Look {...props} />
}
