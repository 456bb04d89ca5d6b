import { z } from '@hono/zod-openapi'
import {
  type Gathering,
  gatheringModes,
  gatheringStates,
  mostGatheringMinutes,
  wallTimeOf,
} from '@vispera/board'
import { languagesSchema, titleSchema } from '../../contract/common.ts'
import { ApiError } from '../../contract/errors.ts'
import { cleanText } from '../../contract/words.ts'

/** What people say of a gathering; when it begins is a wall clock in a named zone. */
export const gatheringInput = {
  title: titleSchema,
  question: z.string().max(600).transform(cleanText).optional(),
  local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Times are written YYYY-MM-DDTHH:MM'),
  zone: z.string().max(64),
  minutes: z.int().min(5).max(mostGatheringMinutes),
  languages: languagesSchema.optional(),
  mode: z.enum(gatheringModes),
  status: z.enum(gatheringStates).optional(),
}

/** The gathering that they mean. Throws `invalid` for a time or zone that is none. */
export function readGathering(id: string, said: z.infer<z.ZodObject<typeof gatheringInput>>): Gathering {
  const { title, question, local, zone, minutes, languages = [], mode, status = 'planned' } = said
  const start = wallTimeOf(local, zone)
  if (!start)
    throw new ApiError('invalid', 'There is no such time there. Zones are named like Africa/Nairobi.')
  return { id, title, start, minutes, languages, mode, status, ...(question ? { question } : {}) }
}
