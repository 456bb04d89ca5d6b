import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { noteIdSchema } from '../note.ts'
import { type SafetyLevel, safetyLevels } from '../safety-level.ts'

/** Whether `to` is less careful than `from`. */
export const isLowering = (from: SafetyLevel, to: SafetyLevel): boolean =>
  safetyLevels.indexOf(to) < safetyLevels.indexOf(from)

const loweringSchema = z.object({
  to: z.enum(safetyLevels),
  /** Those who lead and have agreed. */
  agreed: z.array(noteIdSchema),
})
/** A wish to lower the safety level, until everybody who leads and is here has agreed. */
export type Lowering = z.infer<typeof loweringSchema>

/** From the `lead` document. */
export function readLowering(lead: Y.Doc): Lowering | null {
  const parsed = loweringSchema.safeParse(lead.getMap('lead').get('lowering'))
  return parsed.success ? parsed.data : null
}

/** Server only. */
export function writeLowering(lead: Y.Doc, lowering: Lowering | null): void {
  if (lowering) lead.getMap('lead').set('lowering', lowering)
  else lead.getMap('lead').delete('lowering')
}

/** Who has approved the record of a protected workshop, by what they approved it as; from the `lead` document. */
export function readApprovals(lead: Y.Doc): Readonly<Partial<Record<string, string>>> {
  const stored: unknown = lead.getMap('lead').get('approvals')
  const parsed = z.record(z.string(), z.string()).safeParse(stored)
  return parsed.success ? parsed.data : {}
}

/** Server only. */
export const writeApprovals = (lead: Y.Doc, approvals: Readonly<Record<string, string>>): void => {
  lead.getMap('lead').set('approvals', approvals)
}
