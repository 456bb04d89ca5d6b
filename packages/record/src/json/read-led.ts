import {
  decisionSchema,
  gatheringSchema,
  noteIdSchema,
  type ParsedWorkshop,
  stageSchema,
  voteSchema,
  type WallTime,
  type WorkshopFile,
  wallTimeOf,
} from '@vispera/board'
import { HostileRecord, name, refuseDoubles } from './hostile-record.ts'

type Led = Pick<ParsedWorkshop, 'agenda' | 'votes' | 'decisions' | 'gatherings'>
type Records = WorkshopFile['agenda']

/** The agenda, votes, decisions and gatherings of a file; nothing where it has none. An open vote has lost its ballots. */
export function readLed({ agenda, votes, decisions, gatherings }: WorkshopFile): Led {
  return {
    ...(agenda && { agenda: readAll(agenda, 'stage', stageSchema, ({ until }) => !until || isReal(until)) }),
    ...(votes && { votes: readAll(votes, 'vote', voteSchema, ({ state }) => state !== 'open') }),
    ...(decisions && { decisions: readAll(decisions, 'decision', decisionSchema) }),
    ...(gatherings && {
      gatherings: readAll(gatherings, 'gathering', gatheringSchema, ({ start }) => isReal(start)),
    }),
  }
}

/** Whether there is such a zone and time; zones may have changed their clocks since the file was written. */
function isReal({ local, zone, at }: WallTime): boolean {
  const found = wallTimeOf(local, zone)
  return found !== null && Math.abs(found.at - at) <= 24 * 60 * 60 * 1000
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

function readAll<T extends object>(
  records: NonNullable<Records>,
  what: string,
  schema: Schema<T>,
  isFine: (record: T) => boolean = () => true,
): (T & { id: string })[] {
  refuseDoubles(records, what)
  return records.map(({ id, ...rest }) => {
    const parsed = schema.safeParse(rest)
    if (
      !parsed.success ||
      !isFine(parsed.data) ||
      typeof id !== 'string' ||
      !noteIdSchema.safeParse(id).success
    )
      throw new HostileRecord(`${what} ${name(id)}`)
    return { ...parsed.data, id }
  })
}
