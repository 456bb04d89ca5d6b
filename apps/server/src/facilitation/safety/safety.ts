import { z } from '@hono/zod-openapi'
import { documentNames, isLowering, mayLead, readLowering, safetyLevels, writeLowering } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { requireStage } from '../../workshops/stages.ts'
import { command, keepers, leaders } from '../command.ts'
import { setSafety } from './set-safety.ts'

/**
 * Sets the safety level. Raising it holds at once. Lowering it waits until everybody who leads and is here has
 * said the same; the level that holds already takes such a wish back.
 */
export const safety = command({
  name: 'safety',
  roles: keepers,
  input: { level: z.enum(safetyLevels) },
  run: async ({ services, workshop, seat }, { level }) => {
    const { stages, rooms, attendance } = services
    const { safety: now } = (await requireStage(stages, workshop)).workshop
    const lead = documentNames.lead(workshop)
    if (!isLowering(now, level)) {
      if (level !== now) await setSafety(services, workshop, level)
      else await rooms.transact(lead, (doc) => writeLowering(doc, null))
      return { level, waitsFor: 0 }
    }
    if (!leaders.includes(seat.role))
      throw new ApiError('forbidden', 'Only those who lead can lower the safety level.')
    const agreed = await rooms.transact(lead, (doc) => {
      const before = readLowering(doc)
      const others = before?.to === level ? before.agreed : []
      const all = [...new Set([...others, seat.participant])]
      writeLowering(doc, { to: level, agreed: all })
      return all
    })
    const missing = attendance.present(workshop, mayLead).filter((one) => !agreed.includes(one))
    if (missing.length === 0) await setSafety(services, workshop, level)
    return { level: missing.length === 0 ? level : now, waitsFor: missing.length }
  },
})
