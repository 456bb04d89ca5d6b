import type { Bus } from '@vispera/storage'
import { closeCodes } from '@vispera/sync'
import { closeForeignBoards } from '../facilitation/groups/close-foreign-boards.ts'
import { closeWhatIsNotTheirs } from '../facilitation/people/change-role.ts'
import type { Seat } from '../join/seats.ts'
import { parseDocumentName } from '../permissions.ts'
import type { Services } from '../services.ts'

/** What may have been said while nothing was heard is looked for this often, and now and then in any case. */
const lookMs = 2_000
const looksWhileHeard = 10

/** Has this machine follow what the others of its store do. */
export function keepTogether(services: Services, bus: Bus) {
  const { seats, silence, attendance, stages } = services
  let looks = 0

  seats.onChange((seat) => {
    follow(services, seat).catch(() =>
      services.log.warn('a seat that changed elsewhere could not be followed'),
    )
  })
  attendance.onElsewhere((workshop) => silence.othersChanged(workshop))
  const look = () => {
    if (services.store.health().problem?.reason === 'in-use') return makeRoom(services)
    looks += 1
    if (bus.health().connected && looks % looksWhileHeard > 0) return
    // Storage that does not answer is asked again with the next look.
    seats.lookAgain().catch(() => {})
    if (!bus.health().connected) silence.lookAgain()
  }
  const looking = bus.isShared ? setInterval(look, lookMs).unref() : undefined

  return {
    /** Another machine has committed something to a document that is open here. */
    heard(document: string) {
      const name = parseDocumentName(document)
      if (name?.kind !== 'stage') return
      stages.heard(name.workshop)
      // Another one may have counted for a moment, and less than there is.
      if (attendance.isOurs(name.workshop)) silence.look(name.workshop)
    },
    close() {
      clearInterval(looking)
      attendance.close()
    },
  }
}

/** Whoever starts this machine again gives it another place; nothing can be saved here until then. */
function makeRoom({ log }: Services) {
  log.fatal(
    'another machine has taken the place of this one in the database: this one ends, and is to be started again',
  )
  process.kill(process.pid, 'SIGTERM')
}

async function follow(services: Services, seat: Seat) {
  const { rooms, directory } = services
  const { workshop, participant, role } = seat
  if (seat.expiresAt === 0) {
    const isWiped = await directory.isWiped(workshop)
    const [code, reason] = isWiped
      ? [closeCodes.wiped, 'this workshop was deleted']
      : [closeCodes.expired, 'this session is over']
    rooms.disconnect({ path: `${workshop}/`, participants: [participant] }, code, reason)
    return
  }
  closeWhatIsNotTheirs(services, workshop, participant, role)
  rooms.reconsider(`${workshop}/`)
  await closeForeignBoards(services, workshop)
}
