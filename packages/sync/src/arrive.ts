import { closeCodes } from './close-codes.ts'
import type { Connection } from './connection.ts'
import type { RoomMember } from './member.ts'
import type { Member } from './rooms.ts'

/** What a connection may send before its document is loaded. */
const mostEarlyBytes = 20_000_000

/** Stands for a connection from before its document is loaded: what it sends meanwhile is kept. */
export function arrive(
  joining: Promise<RoomMember | null>,
  connection: Connection,
  departed: () => void,
): Member {
  let member: RoomMember | null = null
  let early: Uint8Array[] = []
  let earlyBytes = 0
  let isGone = false

  void joining.then((joined) => {
    member = joined
    for (const bytes of early.splice(0)) member?.receive(bytes)
    if (isGone) member?.leave()
  })

  return {
    receive(bytes) {
      if (member) return member.receive(bytes)
      early.push(bytes)
      earlyBytes += bytes.length
      if (earlyBytes > mostEarlyBytes) {
        early = []
        connection.close(closeCodes.slowDown, 'too much at once')
      }
    },
    leave() {
      if (isGone) return
      isGone = true
      departed()
      member?.leave()
    },
  }
}
