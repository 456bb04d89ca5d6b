import { z } from '@hono/zod-openapi'
import { readGatherings, removeGathering as remove, writeGathering } from '@vispera/board'
import type { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import { command, leaders } from '../command.ts'
import { gatheringInput, readGathering } from './read-gathering.ts'

const requireGathering = (doc: Doc, gathering: string): void => {
  if (!readGatherings(doc).some(({ id }) => id === gathering))
    throw new ApiError('not-found', 'This gathering is no longer in the series.')
}

/** Says a gathering anew, whole. */
export const changeGathering = command({
  name: 'change-gathering',
  roles: leaders,
  input: { gathering: z.string().max(64), ...gatheringInput },
  run: async ({ services, workshop }, { gathering, ...said }) => {
    const next = readGathering(gathering, said)
    await services.stages.write(workshop, (doc) => {
      requireGathering(doc, gathering)
      writeGathering(doc, next)
    })
    return {}
  },
})

/** Takes a gathering out of the series. */
export const removeGathering = command({
  name: 'remove-gathering',
  roles: leaders,
  input: { gathering: z.string().max(64) },
  run: async ({ services, workshop }, { gathering }) => {
    await services.stages.write(workshop, (doc) => {
      requireGathering(doc, gathering)
      remove(doc, gathering)
    })
    return {}
  },
})
