import { z } from '@hono/zod-openapi'
import { readAttention, writeLead } from '@vispera/board'
import { command, leaders } from '../command.ts'

/**
 * Has everyone's view follow the caller's, or lets them go. Who begins to lead takes over from whoever did, and
 * only who leads lets go; a leader who is gone for long is released (`openLeadWatch`).
 */
export const leadView = command({
  name: 'lead-view',
  roles: leaders,
  input: { on: z.boolean() },
  async run({ services, workshop, seat, now }, { on }) {
    let leads = false
    await services.stages.write(workshop, (doc) => {
      leads = readAttention(doc).lead?.participant === seat.participant
      if (leads === on) return
      leads = on
      writeLead(doc, on ? { participant: seat.participant, since: now } : null)
    })
    return { leads }
  },
})
