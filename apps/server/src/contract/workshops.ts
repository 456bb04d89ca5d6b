import { z } from '@hono/zod-openapi'
import { lobbyStates } from '@vispera/board'
import { versions } from '@vispera/kinds'
import { maxBoards } from '../http/limits.ts'
import { agendaSchema } from './agenda.ts'
import {
  aliasSchema,
  boardEntrySchema,
  languagesSchema,
  linksSchema,
  roleSchema,
  safetySchema,
  titleSchema,
} from './common.ts'

const newBoardSchema = z.object({ kind: z.string().max(64), title: titleSchema.optional() })

export const newWorkshopSchema = z
  .object({
    title: titleSchema,
    boards: z
      .array(
        newBoardSchema.extend({
          version: z.enum(versions).optional().openapi({
            description: "How much of the kind's flow the agenda gets: full by default",
          }),
        }),
      )
      .min(1, 'Give at least one board')
      .max(maxBoards, `At most ${maxBoards} boards`)
      .optional()
      .openapi({ description: 'The boards in order; either this or recipe' }),
    recipe: z.string().max(64).optional().openapi({ example: 'vision-backcast-grid' }),
    languages: languagesSchema.optional(),
    safety: safetySchema.optional(),
  })
  .refine((workshop) => (workshop.boards === undefined) !== (workshop.recipe === undefined), {
    error: 'Give either boards, a list of { kind }, or a recipe',
  })
  .openapi('NewWorkshop')

export const createdSchema = z
  .object({
    id: z.string(),
    links: linksSchema,
    code: z.string().optional().openapi({ description: 'Six characters to read out', example: 'K7QX4M' }),
  })
  .openapi('CreatedWorkshop')

export const newBoardBodySchema = newBoardSchema.openapi('NewBoard')
export const boardChangeSchema = z.object({ title: titleSchema }).openapi('BoardChange')
export const boardEntryAnswer = boardEntrySchema.extend({ document: z.string() }).openapi('BoardEntry')

export const workshopChangeSchema = z
  .object({
    title: titleSchema.optional(),
    languages: languagesSchema.optional(),
    safety: safetySchema.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'Give at least one of title, languages, safety',
  })
  .openapi('WorkshopChange')

export const workshopSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    safety: safetySchema,
    languages: z.array(z.string()),
    month: z.string(),
    boards: z.array(boardEntrySchema),
    agenda: agendaSchema,
  })
  .openapi('Workshop')

const peopleSchema = z.object({ here: z.int(), observers: z.int() }).openapi('People', {
  description: 'How many are connected: people with a say, and people who only look on',
})

const keySchema = z.string().max(4_000).openapi({ description: 'The part of a link behind #' })

export const joinSchema = z
  .object({
    key: keySchema,
    alias: aliasSchema.optional(),
    resume: z.string().max(4_000).optional().openapi({
      description: 'A token this tab had before; it keeps its participant id, even when it has expired',
    }),
    ticket: z.string().max(4_000).optional().openapi({
      description: 'From a 202: asks again, and is answered as soon as somebody has decided',
    }),
  })
  .openapi('Join')

export const peekSchema = z.object({ key: keySchema }).openapi('Peek')

export const peekedSchema = z
  .object({
    title: z.string(),
    safety: safetySchema,
    role: roleSchema,
    people: peopleSchema,
    lobby: z.enum(lobbyStates).openapi({
      description: 'What a newcomer with this link finds: in at once, a place to wait, or a closed door',
    }),
  })
  .openapi('Peeked')

export const waitingSchema = z
  .object({ waiting: z.literal(true), ticket: z.string() })
  .openapi('Waiting', { description: 'Somebody who leads is asked; join again with the ticket' })

export const joinedSchema = z
  .object({
    token: z.string(),
    participant: z.object({ id: z.string(), role: roleSchema }),
    documents: z
      .object({
        stage: z.string().optional(),
        threads: z.string().optional(),
        draft: z.string().optional(),
        lead: z.string().optional(),
        boards: z.array(boardEntrySchema.extend({ document: z.string() })),
      })
      .openapi({
        description: 'Names for /sync/<document>; documents that this role may not open are absent',
      }),
    title: z.string(),
    safety: safetySchema,
    alias: z.string(),
    links: linksSchema,
    people: peopleSchema,
    now: z.number().openapi({ description: "The server's clock, in milliseconds since the epoch" }),
  })
  .openapi('Joined')

export const meChangeSchema = z.object({ alias: aliasSchema }).openapi('MeChange')
export const meSchema = z.object({ id: z.string(), role: roleSchema, alias: z.string() }).openapi('Me')

export const codeSchema = z.object({ code: z.string().max(40) }).openapi('Code')
export const codeAnswerSchema = z.object({ url: z.string() }).openapi('CodeAnswer')

export const invitationSchema = z
  .object({ code: z.string().optional(), links: linksSchema })
  .openapi('Invitation')
