import { withGroupTimes, writeSplit } from '@vispera/board'
import { command, leaders } from '../command.ts'
import { runningSplit } from './running.ts'

/** Ends small groups without bringing anything together: their boards stay theirs. */
export const endGroups = command({
  name: 'end-groups',
  roles: leaders,
  input: {},
  run: async ({ services, workshop }) => {
    await services.stages.write(workshop, (doc) => {
      writeSplit(doc, { ...withGroupTimes(runningSplit(doc), () => null), state: 'ended' })
    })
    return {}
  },
})
