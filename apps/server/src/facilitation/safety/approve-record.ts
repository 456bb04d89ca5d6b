import { z } from '@hono/zod-openapi'
import { documentNames, readApprovals, recordApprovals, writeApprovals, writeWorkshop } from '@vispera/board'
import { command, keepers } from '../command.ts'

/**
 * Says that a protected workshop's record may be taken along, or not any more. It takes somebody who leads and
 * somebody else who is a safety keeper.
 */
export const approveRecord = command({
  name: 'approve-record',
  roles: keepers,
  input: { on: z.boolean() },
  run: async ({ services, workshop, seat }, { on }) => {
    const own = seat.role === 'safety-keeper' ? 'safety-keeper' : 'facilitator'
    const approvals = await services.rooms.transact(documentNames.lead(workshop), (doc) => {
      const others = Object.entries(readApprovals(doc)).filter(
        // One person with two roles in turn is still one person.
        ([as, who]) => as !== own && who !== undefined && who !== seat.participant,
      )
      const next = Object.fromEntries([...others, ...(on ? [[own, seat.participant]] : [])]) as Record<
        string,
        string
      >
      writeApprovals(doc, next)
      return next
    })
    const recordApproved = recordApprovals.filter((one) => approvals[one] !== undefined)
    await services.stages.write(workshop, (doc) => writeWorkshop(doc, { recordApproved }))
    return { approved: recordApproved }
  },
})
