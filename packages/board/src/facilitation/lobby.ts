import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { roles } from '../workshop.ts'

const newcomerSchema = z.object({
  who: z.string(),
  /** In the order in which people came, for those without a name. */
  number: z.int(),
  alias: z.string().check(z.maxLength(200)),
  role: z.enum(roles),
})
/** Somebody who waits to be let in, as those who lead see them. */
export type Newcomer = z.infer<typeof newcomerSchema>

/** Who waits to be let in, from the `lead` document. */
export function readWaiting(lead: Y.Doc): Newcomer[] {
  const list: unknown = lead.getMap('lead').get('waiting')
  return (Array.isArray(list) ? list : []).flatMap((value) => {
    const parsed = newcomerSchema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
}

/** Server only. */
export const writeWaiting = (lead: Y.Doc, waiting: readonly Newcomer[]): void => {
  lead.getMap('lead').set('waiting', waiting)
}
