import { readGroups, smallestGroup, writeMember } from '@vispera/board'
import type { Services } from '../services.ts'
import type { Seat } from './seats.ts'

/** A latecomer goes to the smallest of the groups that work just now. */
export async function joinGroup({ stages }: Services, { workshop, participant, role }: Seat): Promise<void> {
  const groups = (await stages.read(workshop))?.groups
  if (role !== 'participant' || groups?.split?.state !== 'running' || groups.groupOf.has(participant)) return
  await stages.write(workshop, (doc) => {
    const group = smallestGroup(readGroups(doc))
    if (group !== null) writeMember(doc, participant, group)
  })
}
