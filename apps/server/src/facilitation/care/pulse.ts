import { z } from '@hono/zod-openapi'
import { documentNames, pulseLevels } from '@vispera/board'
import { command, everyoneWithASay } from '../command.ts'

/** How somebody is with the pace. Those who lead see how many say what, never who. */
export const pulse = command({
  name: 'pulse',
  roles: everyoneWithASay,
  input: { level: z.enum(pulseLevels) },
  async run({ services, workshop, seat, now }, { level }) {
    const counts = services.pulses.say(workshop, seat.participant, level, now)
    await services.rooms.transact(documentNames.lead(workshop), (doc) => {
      doc.getMap('lead').set('pulse', counts)
    })
    return {}
  },
})
