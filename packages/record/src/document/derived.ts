import * as z from 'zod/mini'

const ids = z.array(z.string())

/** A record of `value`s as a Map: ids like `constructor` are ids here and nothing else. */
const mapOf = <T extends z.core.$ZodType>(value: T) =>
  z.pipe(
    z.record(z.string(), value),
    z.transform((record) => new Map(Object.entries(record) as [string, z.output<T>][])),
  )

/** A part that a kind may bring; in another shape it counts as not brought. */
const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/**
 * What a kind may compute, as far as the record reads it. What no kind brought leaves notes without a list;
 * those end up in the last list of their board.
 */
const derivedSchema = z.object({
  /** Zone to the notes standing there, in reading order. */
  zones: optional(mapOf(ids)),
  /** Note on top to the notes that say the same. */
  stacks: optional(mapOf(ids)),
  themes: optional(z.array(z.object({ id: z.string(), members: ids }))),
  /** Headings of a forward plan and their steps. */
  plan: optional(z.array(z.object({ goal: z.string(), steps: ids, alsoLeadsTo: z.optional(mapOf(ids)) }))),
  planNumber: optional(mapOf(z.string())),
  depth: optional(mapOf(z.number())),
  reachesToday: optional(mapOf(z.boolean())),
  saysCanStartButWaits: optional(ids),
  /** Thread to [chains that reach today, chains]. */
  leafMeter: optional(mapOf(z.tuple([z.number(), z.number()]))),
  cycles: optional(z.array(ids)),
  gaps: optional(ids),
  disagreements: optional(z.array(z.object({ from: z.string(), to: z.string() }))),
  stepsWithoutTactic: optional(ids),
})
export type Derived = z.infer<typeof derivedSchema>

export const readDerived = (value: unknown): Derived => {
  const parsed = derivedSchema.safeParse(value)
  return parsed.success ? parsed.data : {}
}

/** The note that stands for another: the top of its stack, or itself. */
export function topsOf(derived: Derived): (id: string) => string {
  const tops = new Map(
    [...(derived.stacks ?? [])].flatMap(([top, behind]) => behind.map((id): [string, string] => [id, top])),
  )
  return (id) => tops.get(id) ?? id
}
