import { forgetSilence } from '../facilitation/silence/forget-silence.ts'
import type { Services } from '../services.ts'

/**
 * Deletes a workshop for good. The doors go first, so that nobody comes in while the documents go; devices
 * that are connected are told with 4410.
 */
export async function wipeWorkshop(services: Services, id: string): Promise<void> {
  const { rooms, stages, codes, doors, lobby, seats, directory, media } = services
  await codes.forget(id)
  await directory.forget(id)
  await doors.forget(id)
  await lobby.empty(id)
  await seats.forget(id)
  stages.forget(id)
  await rooms.wipe(`${id}/`)
  await media.forget(id)
  await forgetSilence(services.store, id)
}
