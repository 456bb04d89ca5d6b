import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { tallySchema } from '../field.ts'
import { noteIdSchema } from '../note.ts'

export const voteForms = ['dots', 'agreement', 'resonance', 'shaky'] as const
export type VoteForm = (typeof voteForms)[number]

/** Levels of the agreement scale, from most to least with it; the last two open the worry box. */
export const agreementLevels = ['fully', 'with', 'small-worries', 'live-with', 'talk-more', 'cannot'] as const
export const resonanceLevels = ['strongly', 'partly', 'not-ours', 'other-words'] as const
export const pulseLevels = ['fine', 'slow-down', 'pause'] as const

/** How many things one person may flag as shaky. */
export const shakyFlags = 3
/** Below this many ballots only the order is shown, never counts. */
export const fewestForCounts = 5
/** With this many or fewer a vote makes no sense: talk instead. */
export const tooFewToVote = 2

const resultSchema = z.object({
  /**
   * Sum by option: a note or link id, or a level. With `isOrderOnly` the values are ranks (1 is the most; equal
   * ranks are equal), so that no count leaves the server.
   */
  totals: tallySchema,
  isOrderOnly: z.boolean(),
  /** Ballots counted, those that came in for others by hand, and people here without one. */
  ballots: z.int(),
  byHand: z.int(),
  missing: z.int(),
  /** Anonymous worries of an agreement vote, shuffled. */
  worries: z.optional(z.array(z.string().check(z.maxLength(600)))),
})
export type VoteResult = z.infer<typeof resultSchema>

export const voteSchema = z.object({
  form: z.enum(voteForms),
  board: z.nullable(noteIdSchema),
  /** The stage that it belongs to. */
  stage: z.optional(noteIdSchema),
  /** The question, or the wording of the proposal under test. */
  question: z.string().check(z.maxLength(600)),
  /** Dots: what may get them; null means whatever may be voted on stands on the board when it is counted. */
  options: z.optional(z.nullable(z.array(noteIdSchema).check(z.maxLength(2_000)))),
  /** Dots: for each person, and how many of them for one note. */
  dots: z.optional(z.int()),
  dotsPerNote: z.optional(z.int()),
  openedAt: z.number(),
  /** `talk`: closed with too few ballots to say anything without telling who. */
  state: z.enum(['open', 'closed', 'talk']),
  result: z.optional(resultSchema),
})
/** A vote as everybody may know it: never who, and no totals while it is open. */
export type Vote = z.infer<typeof voteSchema> & { readonly id: string }

/** What the group settled, in its words. Server-written on a facilitator's command. */
export const decisionSchema = z.object({
  words: z.string().check(z.minLength(1), z.maxLength(2_000)),
  board: z.nullable(noteIdSchema),
  method: z.enum(['consent', 'vote-then-talk', 'facilitator-summary', 'other']),
  /** The agreement vote that tested it. */
  vote: z.optional(noteIdSchema),
  reservations: z.array(z.string().check(z.maxLength(600))).check(z.maxLength(50)),
  /** A fuzzy date as people typed it. */
  revisitOn: z.optional(z.string().check(z.maxLength(200))),
  /** Place in the order in which decisions were made. */
  number: z.int(),
})
export type Decision = z.infer<typeof decisionSchema> & { readonly id: string }

/** Reads the votes in a `stage` document, oldest first; what does not parse is left out. */
export function readVotes(doc: Y.Doc): Vote[] {
  return read(doc, 'votes', voteSchema).sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
}

/** Reads the decisions in a `stage` document in the order they were made. */
export function readDecisions(doc: Y.Doc): Decision[] {
  return read(doc, 'decisions', decisionSchema).sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
}

/** Writes a vote into the `stage` document. Server only. */
export function writeVote(doc: Y.Doc, { id, ...vote }: Vote): void {
  doc.getMap('votes').set(id, vote)
}

/** Writes a decision into the `stage` document. Server only. */
export function writeDecision(doc: Y.Doc, { id, ...decision }: Decision): void {
  doc.getMap('decisions').set(id, decision)
}

function read<T extends object>(doc: Y.Doc, root: string, schema: z.ZodMiniType<T>): (T & { id: string })[] {
  return [...doc.getMap(root).entries()].flatMap(([id, value]) => {
    const parsed = schema.safeParse(value)
    return parsed.success && noteIdSchema.safeParse(id).success ? [{ ...parsed.data, id }] : []
  })
}
