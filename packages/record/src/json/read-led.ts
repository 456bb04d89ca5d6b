import {
  decisionSchema,
  noteIdSchema,
  type ParsedWorkshop,
  stageSchema,
  voteSchema,
  type WorkshopFile,
} from '@vispera/board'
import { HostileRecord, name, refuseDoubles } from './hostile-record.ts'

type Led = Pick<ParsedWorkshop, 'agenda' | 'votes' | 'decisions'>
type Records = WorkshopFile['agenda']

/** The agenda, votes and decisions of a file; nothing where it has none. An open vote has lost its ballots. */
export function readLed({ agenda, votes, decisions }: WorkshopFile): Led {
  return {
    ...(agenda && { agenda: readAll(agenda, 'stage', stageSchema) }),
    ...(votes && { votes: readAll(votes, 'vote', voteSchema, ({ state }) => state !== 'open') }),
    ...(decisions && { decisions: readAll(decisions, 'decision', decisionSchema) }),
  }
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
