import * as z from 'zod/mini'

/** A moment as people agree on it: a wall clock in a named zone, and the instant that it means. */
export const wallTimeSchema = z.object({
  /** `YYYY-MM-DDTHH:MM` */
  local: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
  /** IANA zone, e.g. `America/Los_Angeles`. */
  zone: z.string().check(z.maxLength(64)),
  /** Milliseconds since the epoch. */
  at: z.number().check(z.minimum(0)),
})
export type WallTime = z.infer<typeof wallTimeSchema>
