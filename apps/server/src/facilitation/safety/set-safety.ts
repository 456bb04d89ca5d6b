import { documentNames, type SafetyLevel, writeApprovals, writeLowering, writeWorkshop } from '@vispera/board'
import { closeCodes } from '@vispera/sync'
import type { Services } from '../../services.ts'

/** Makes a workshop as safe as `level` says; everybody's screens follow at once. */
export async function setSafety(services: Services, workshop: string, level: SafetyLevel): Promise<void> {
  const { stages, rooms, seats } = services
  await stages.write(workshop, (doc) => writeWorkshop(doc, { safety: level, recordApproved: [] }))
  await rooms.transact(documentNames.lead(workshop), (doc) => {
    writeLowering(doc, null)
    writeApprovals(doc, {})
  })
  if (level === 'protected') await seats.forgetNames(workshop)
  // Names and cursors that are on screens now follow the new level: everyone comes back at once.
  rooms.disconnect({ path: `${workshop}/` }, closeCodes.restarting, 'safety has changed')
}
