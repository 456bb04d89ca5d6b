import { mostGatherings, newId, readGatherings, writeGathering } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { command, leaders } from '../command.ts'
import { gatheringInput, readGathering } from './read-gathering.ts'

/** Adds a gathering to the series. */
export const addGathering = command({
  name: 'add-gathering',
  roles: leaders,
  input: gatheringInput,
  run: async ({ services, workshop }, said) => {
    const gathering = readGathering(newId(), said)
    await services.stages.write(workshop, (doc) => {
      if (readGatherings(doc).length >= mostGatherings)
        throw new ApiError('invalid', `A series has at most ${mostGatherings} gatherings.`)
      writeGathering(doc, gathering)
    })
    return { gathering: gathering.id }
  },
})
