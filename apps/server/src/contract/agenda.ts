import { z } from '@hono/zod-openapi'
import { addings, stageKinds, stageModes } from '@vispera/board'

const time = z.number().openapi({ description: "The server's milliseconds since the epoch" })

const agendaStageSchema = z
  .object({
    id: z.string(),
    kind: z.enum(stageKinds),
    board: z.string().nullable(),
    minutes: z.int(),
    mode: z.enum(stageModes),
    until: z.object({ local: z.string(), zone: z.string(), at: time }).optional(),
    from: z
      .object({ kind: z.string(), version: z.enum(['flow', 'quick']), line: z.int() })
      .optional()
      .openapi({ description: "The line of a kind's flow it was made from: its prompt in every language" }),
    title: z.string().optional(),
    prompt: z.record(z.string(), z.string()).optional(),
    adds: z.enum(addings).optional(),
    dots: z.int().optional(),
    dotsPerNote: z.int().optional(),
    ranMs: z.number().optional().openapi({ description: 'How long it really ran so far, without pauses' }),
    revealed: z.boolean().optional(),
  })
  .openapi('AgendaStage')

/** The agenda as it is told over HTTP. */
export const agendaSchema = z
  .object({
    stages: z.array(agendaStageSchema),
    now: z
      .object({
        stage: z.string(),
        run: z.int(),
        startedAt: time,
        endsAt: time.nullable(),
        pausedAt: time.nullable(),
        drafts: z.int().optional(),
        faceDown: z.int().optional(),
      })
      .nullable()
      .openapi({ description: 'Where the workshop is; null before the first stage and after the last' }),
    ended: z.boolean(),
    run: z.int().openapi({ description: 'What commands that move the workshop give as `run`' }),
  })
  .openapi('Agenda')
