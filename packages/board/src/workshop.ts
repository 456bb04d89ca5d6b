import type * as Y from 'yjs'
import * as z from 'zod/mini'
import type { BoardEntry } from './board.ts'
import { byOrder } from './by-order.ts'
import { noteIdSchema } from './note.ts'
import { orderKeySchema } from './place.ts'
import { safetyLevels } from './safety-level.ts'

export const roles = [
  'host',
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'participant',
  'observer',
  'screen',
] as const
export type Role = (typeof roles)[number]

export const lobbyStates = ['open', 'ask', 'closed'] as const
export type LobbyState = (typeof lobbyStates)[number]

/** Who has to approve the record of a protected workshop: somebody who leads, and another who keeps it safe. */
export const recordApprovals = ['facilitator', 'safety-keeper'] as const

/** Roles that may write on boards and in threads. */
export const mayWrite = (role: Role): boolean => role !== 'observer' && role !== 'screen'
/** Roles that may change the workshop itself (its title, boards, safety) through HTTP commands. */
export const mayLead = (role: Role): boolean => role === 'host' || role === 'facilitator'

export const titleSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

const workshopSchema = z.object({
  title: titleSchema,
  safety: z.enum(safetyLevels),
  /** BCP-47 tags of the languages people will write in. */
  languages: z.array(z.string().check(z.maxLength(35))).check(z.maxLength(20)),
  /** `YYYY-MM`: the month it was made; never a finer time. */
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  /** Recipe it was made from, if any. */
  recipe: z.optional(z.string().check(z.maxLength(64))),
  /** Whether it was made as a worked example. */
  example: z.optional(z.boolean()),
  /** How many people have taken part so far (joined with a role that may write). */
  tookPart: z.optional(z.int()),
  /** Whether newcomers come in at once, are asked to wait, or find the door closed; open when not said. */
  lobby: z.optional(z.enum(lobbyStates)),
  /** How often links were renewed: what was shown before is stale then. */
  linksRenewed: z.optional(z.int()),
  /** Whose approvals a protected workshop's record has so far. */
  recordApproved: z.optional(z.array(z.enum(recordApprovals))),
})
export type WorkshopFacts = z.infer<typeof workshopSchema>

const boardEntrySchema = z.object({
  kind: z.string().check(z.maxLength(64)),
  title: titleSchema,
  order: orderKeySchema,
  group: z.optional(z.object({ id: noteIdSchema, state: z.enum(['private', 'public', 'shared']) })),
  from: z.optional(noteIdSchema),
})

/** What the `stage` document says: the workshop's facts and its boards in order. */
export interface Stage {
  readonly workshop: WorkshopFacts
  readonly boards: readonly BoardEntry[]
}

/** Reads the `stage` document; null while it has not arrived or when it does not parse. */
export function readStage(doc: Y.Doc): Stage | null {
  const facts = workshopSchema.safeParse(doc.getMap('workshop').toJSON())
  if (!facts.success) return null
  const boards: (BoardEntry & { order: string })[] = []
  for (const [id, value] of doc.getMap('boards').entries()) {
    const entry = boardEntrySchema.safeParse(value)
    if (!entry.success || !noteIdSchema.safeParse(id).success) continue
    const { kind, title, order, group, from } = entry.data
    boards.push({ id, kind, title, order, ...(group && { group }), ...(from !== undefined && { from }) })
  }
  return {
    workshop: facts.data,
    boards: boards.sort(byOrder).map(({ order: _order, ...entry }) => entry),
  }
}

/** Writes facts into the `stage` document. Server only. */
export function writeWorkshop(doc: Y.Doc, facts: Partial<WorkshopFacts>): void {
  const map = doc.getMap('workshop')
  for (const [key, value] of Object.entries(facts)) {
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }
}

/** Writes a board's entry into the `stage` document. Server only. */
export const writeBoardEntry = (doc: Y.Doc, entry: BoardEntry & { order: string }): void => {
  const { id, ...rest } = entry
  doc.getMap('boards').set(id, rest)
}

/** Takes a board's entry out of the `stage` document. Server only. */
export const removeBoardEntry = (doc: Y.Doc, id: string): void => doc.getMap('boards').delete(id)

/** Document names of a workshop, as used in `/sync/<document>`. */
export const documentNames = {
  stage: (workshop: string) => `${workshop}/stage`,
  threads: (workshop: string) => `${workshop}/threads`,
  lead: (workshop: string) => `${workshop}/lead`,
  draft: (workshop: string, participant: string) => `${workshop}/draft/${participant}`,
  board: (workshop: string, board: string) => `${workshop}/board/${board}`,
}
