import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { noteIdSchema } from '../note.ts'

const time = z.number().check(z.minimum(0))
const coordinate = z.number().check(z.minimum(-1e7), z.maximum(1e7))

/** A part of a board's ground, in board units. */
export const areaSchema = z.object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate })
/** Notes that one "look here" may point at. */
export const maxLookNotes = 200

const lookSchema = z.object({
  id: noteIdSchema,
  board: noteIdSchema,
  notes: z.optional(z.array(noteIdSchema).check(z.maxLength(maxLookNotes))),
  area: z.optional(areaSchema),
  at: time,
})
/** "Look here": a nudge that everyone may ignore. A new one has a new id. */
export type Look = z.infer<typeof lookSchema>

const leadSchema = z.object({ participant: noteIdSchema, since: time })
/** "Follow me": whose view everyone follows until it is released. What they see is presence on `stage`. */
export type Lead = z.infer<typeof leadSchema>

const readySchema = z.object({ id: noteIdSchema, at: time })
/** A ready check; people answer with its id in their presence on `stage`. */
export type ReadyCheck = z.infer<typeof readySchema>

/** What those who lead ask of everyone just now. No names. */
export interface Attention {
  readonly look: Look | null
  readonly lead: Lead | null
  readonly ready: ReadyCheck | null
  /** When everything was paused, with or without a stage; null while it runs. */
  readonly paused: number | null
}

/** Reads the `attention` in a `stage` document; what does not parse is not there. */
export function readAttention(doc: Y.Doc): Attention {
  const read = <T>(key: string, schema: z.ZodMiniType<T>): T | null => {
    const parsed = schema.safeParse(rootOf(doc).get(key))
    return parsed.success ? parsed.data : null
  }
  return {
    look: read('look', lookSchema),
    lead: read('lead', leadSchema),
    ready: read('ready', readySchema),
    paused: read('paused', time),
  }
}

/** These say what the server decided; null takes it back. Server only. */
export const writeLook = (doc: Y.Doc, look: Look | null): void => put(doc, 'look', look)
export const writeLead = (doc: Y.Doc, lead: Lead | null): void => put(doc, 'lead', lead)
export const writeReady = (doc: Y.Doc, ready: ReadyCheck | null): void => put(doc, 'ready', ready)
export const writePaused = (doc: Y.Doc, at: number | null): void => put(doc, 'paused', at)

const rootOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('attention')

function put(doc: Y.Doc, key: string, value: unknown): void {
  if (value !== null) rootOf(doc).set(key, value)
  else if (rootOf(doc).has(key)) rootOf(doc).delete(key)
}
