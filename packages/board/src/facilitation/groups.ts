import type * as Y from 'yjs'
import * as z from 'zod/mini'
import type { BoardEntry } from '../board.ts'
import { noteIdSchema } from '../note.ts'
import type { Role } from '../workshop.ts'

export const mostGroups = 30

const splitSchema = z.object({
  id: noteIdSchema,
  /** The board that they work from and that their results come back to. */
  board: noteIdSchema,
  /** `area`: a theme of its own on that board. `copy`: a copy of the board. */
  own: z.enum(['area', 'copy']),
  private: z.boolean(),
  /** Of older workshops: one time for all groups. A group's own wins (`groupEndsAt`). */
  endsAt: z.nullable(z.number()),
  state: z.enum(['running', 'gathered', 'ended']),
  groups: z
    .array(
      z.object({
        id: noteIdSchema,
        number: z.int(),
        /** The theme that is its area, or the board that is its copy. */
        at: noteIdSchema,
        /** By the server's clock; null without a timer. */
        endsAt: z.optional(z.nullable(z.number())),
      }),
    )
    .check(z.maxLength(mostGroups)),
})
/** How people are split into small groups. The last split stays known after it has ended. */
export type Split = z.infer<typeof splitSchema>

export interface Groups {
  readonly split: Split | null
  /** By participant, the group that they are in; groups of earlier splits are not told. */
  readonly groupOf: ReadonlyMap<string, string>
  /** Whether somebody is, or was when it ended, in a group. */
  isIn(participant: string, group: string): boolean
}

const splitKey = 'split'

/** Reads the small groups in a `stage` document. */
export function readGroups(stage: Y.Doc): Groups {
  const map = stage.getMap('groups')
  const parsed = splitSchema.safeParse(map.get(splitKey))
  const split = parsed.success ? parsed.data : null
  const current = new Set(split?.groups.map(({ id }) => id))
  const members = new Set<string>()
  const groupOf = new Map<string, string>()
  for (const key of map.keys()) {
    const [group, participant] = key.split('/')
    if (group === undefined || participant === undefined) continue
    members.add(key)
    if (current.has(group)) groupOf.set(participant, group)
  }
  return { split, groupOf, isIn: (participant, group) => members.has(`${group}/${participant}`) }
}

/** Server only. */
export const writeSplit = (stage: Y.Doc, split: Split): void => {
  stage.getMap('groups').set(splitKey, split)
}

/** Puts somebody into a group of the running split, out of any other of its groups. Server only. */
export function writeMember(stage: Y.Doc, participant: string, group: string): void {
  const { split } = readGroups(stage)
  const map = stage.getMap('groups')
  for (const { id } of split?.groups ?? [])
    if (id !== group && map.has(`${id}/${participant}`)) map.delete(`${id}/${participant}`)
  map.set(`${group}/${participant}`, true)
}

/** The group that a latecomer goes to: the smallest, the first of equals. */
export function smallestGroup({ split, groupOf }: Groups): string | null {
  const sizes = new Map(split?.groups.map(({ id }) => [id, 0]))
  for (const group of groupOf.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  let smallest: string | null = null
  for (const { id } of split?.groups ?? [])
    if (smallest === null || (sizes.get(id) ?? 0) < (sizes.get(smallest) ?? 0)) smallest = id
  return smallest
}

/**
 * What somebody may do with a board because of whose it is; boards of no group are everybody's. What was shared
 * is closed to all hands. A private one is the group's and the leaders' alone, also after the split has ended.
 */
export function groupAccess(
  { group }: Pick<BoardEntry, 'group'>,
  groups: Pick<Groups, 'isIn'>,
  who: { readonly role: Role; readonly participant: string },
): 'none' | 'read' | 'write' {
  if (!group) return 'write'
  if (group.state === 'shared') return 'read'
  if (who.role === 'host' || who.role === 'facilitator' || groups.isIn(who.participant, group.id))
    return 'write'
  return group.state === 'private' && who.role !== 'safety-keeper' ? 'none' : 'read'
}
