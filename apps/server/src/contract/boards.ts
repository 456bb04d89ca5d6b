import { z } from '@hono/zod-openapi'
import { maxBatch } from '../http/limits.ts'

export const boardSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    notes: z.array(z.looseObject({ id: z.string(), kind: z.string(), text: z.string(), place: z.unknown() })),
    links: z.array(z.looseObject({ id: z.string(), kind: z.string(), from: z.string(), to: z.string() })),
    settings: z.record(z.string(), z.unknown()),
    leftOut: z.int().openapi({ description: 'Stored records that could not be read' }),
    derived: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What the kind computes from the notes and links' }),
  })
  .openapi('Board')

/** Each note is parsed by its board's kind; here only what all of them share. */
export const newNotesSchema = z
  .object({
    notes: z
      .array(
        z.looseObject({
          id: z.string().optional(),
          kind: z.string().optional(),
          text: z.string().optional(),
          place: z.unknown().optional(),
        }),
      )
      .min(1, 'Give at least one note')
      .max(maxBatch, `At most ${maxBatch} notes in one request`),
  })
  .openapi('NewNotes')

export const newLinksSchema = z
  .object({
    links: z
      .array(
        z.looseObject({
          id: z.string().optional(),
          kind: z.string(),
          from: z.unknown(),
          to: z.unknown(),
        }),
      )
      .min(1, 'Give at least one link')
      .max(maxBatch, `At most ${maxBatch} links in one request`),
  })
  .openapi('NewLinks', {
    description:
      'from and to are ids of notes on this board, or { board, note } for a note of another board (kept in threads).',
  })

export const idsSchema = z.object({ ids: z.array(z.string()) }).openapi('Ids')
