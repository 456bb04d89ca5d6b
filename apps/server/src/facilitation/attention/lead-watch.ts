import { mayLead, readAttention, writeLead } from '@vispera/board'
import type { Attendance } from '../../sockets/attendance.ts'
import type { Stages } from '../../workshops/stages.ts'

/** A leader whose line has been down for so long leads nobody any more. */
const graceMs = 30_000

/** Calls back once after `ms`; the answer cancels it. */
export type After = (ms: number, callback: () => void) => () => void

/** Lets everyone go whose leader has left, or leads no more. */
export interface LeadWatch {
  /** Somebody came or went, in this workshop. */
  look(workshop: string): void
}

export function openLeadWatch(stages: Stages, attendance: Attendance, after: After = later): LeadWatch {
  const leaving = new Map<string, () => void>()
  const stay = (workshop: string) => {
    leaving.get(workshop)?.()
    leaving.delete(workshop)
  }
  const isGone = (workshop: string, leader: string) => !attendance.present(workshop, mayLead).includes(leader)

  function look(workshop: string) {
    const leader = stages.known(workshop)?.lead?.participant
    if (leader === undefined || !isGone(workshop, leader)) return stay(workshop)
    if (leaving.has(workshop)) return
    const release = () => {
      leaving.delete(workshop)
      if (isGone(workshop, leader)) void letGo(workshop, leader)
    }
    leaving.set(workshop, after(graceMs, release))
  }

  async function letGo(workshop: string, leader: string) {
    try {
      await stages.write(workshop, (doc) => {
        if (readAttention(doc).lead?.participant === leader) writeLead(doc, null)
      })
    } catch {
      // Storage is out of order, which the room has reported. Whoever comes or goes next has us try again.
    }
  }

  return { look }
}

const later: After = (ms, callback) => {
  const timer = setTimeout(callback, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
