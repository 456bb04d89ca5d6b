import type { Note } from '@vispera/board'
import { compare } from '../common/lists.ts'
import { cellOf } from './cells.ts'
import type { Grid } from './ties.ts'

/** What a room may be for a tactic in this column. A closed room can still be claimed, or answered by one of our own. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  invited: ['invited'],
  claimed: ['claimed', 'closed'],
  created: ['created', 'closed'],
}

/**
 * "Re-read the space?": tactics whose room is no longer what their column says, because its door was opened or
 * closed meanwhile. A tactic's room is the one it names, or makes room for; one that makes room for a closed
 * room may also wait for an invitation.
 */
export function spacesToReread({ tactics, standing, ties }: Grid): Note[] {
  const rooms = standing.filter(({ kind }) => kind === 'room')
  const opens = new Set(
    ties.flatMap(({ kind, from, to }) => (kind === 'opens-door-for' ? [`${from} ${to}`] : [])),
  )
  return tactics.filter((tactic) => {
    const column = cellOf(tactic)?.split('/')[1]
    if (column === undefined) return false
    return rooms.some(({ id, text, fields }) => {
      const openness = typeof fields.openness === 'string' ? fields.openness : null
      if (openness === null || fitting[column]?.includes(openness)) return false
      const makesRoom = opens.has(`${tactic.id} ${id}`)
      if (makesRoom) return openness !== 'closed'
      const name = nameOf(text)
      return name !== '' && compare(nameOf(tactic.fields.spaceName), name) === 0
    })
  })
}

const nameOf = (value: unknown): string =>
  typeof value === 'string' ? value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ') : ''
