import { randomInt } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import {
  documentNames,
  makeTheme,
  mostGroups,
  newId,
  orderKeysAtEnd,
  readAttention,
  readBoard,
  readGroups,
  type Split,
  writeBoardEntry,
  writeMember,
  writeSplit,
} from '@vispera/board'
import { type Kind, kindById } from '@vispera/kinds'
import { writeImported } from '@vispera/record'
import { Doc } from 'yjs'
import { titleSchema } from '../../contract/common.ts'
import { ApiError } from '../../contract/errors.ts'
import { maxBoards } from '../../http/limits.ts'
import { boardOrders, requireBoard, requireStage } from '../../workshops/stages.ts'
import { type CommandContext, command, leaders } from '../command.ts'

const input = {
  board: z.string().max(64),
  how: z.enum(['random', 'by-hand']),
  /** What each group is called, in the facilitators' language; as many as there are groups. */
  names: z.array(titleSchema).min(2).max(mostGroups),
  own: z.enum(['area', 'copy']),
  private: z.boolean(),
  minutes: z.int().min(0).max(240),
  /** By hand: participant to the place of their group in the list. */
  members: z.record(z.string().max(64), z.int().min(0)).optional(),
}
type Input = z.infer<z.ZodObject<typeof input>>

/**
 * Splits people into small groups, each with a theme of its own on the board or a copy of the board. At random,
 * those who are here as participants, as evenly as it goes; whoever comes later goes to the smallest group.
 */
export const split = command({
  name: 'split',
  roles: leaders,
  input,
  run: async (context, wanted) => {
    const { services, workshop, now } = context
    const { boards, groups } = await requireStage(services.stages, workshop)
    if (groups.split?.state === 'running')
      throw new ApiError('conflict', 'People are in small groups already. End those first.')
    if (wanted.private && wanted.own === 'area')
      throw new ApiError('invalid', 'private: only a board of its own can be a group’s alone.')
    if (wanted.own === 'copy' && boards.length + wanted.names.length > maxBoards)
      throw new ApiError('invalid', `A workshop has at most ${maxBoards} boards.`)
    const entry = await requireBoard(services.stages, workshop, wanted.board)
    if (entry.group) throw new ApiError('invalid', 'board: this is a group’s board already.')
    const made = await (wanted.own === 'copy' ? makeCopies : makeAreas)(context, wanted, entry)
    const members = wanted.how === 'random' ? atRandom(context, made.length) : (wanted.members ?? {})
    await services.stages.write(workshop, (doc) => {
      // Split during a pause, their time begins when it ends.
      const from = readAttention(doc).paused ?? now
      const endsAt = wanted.minutes === 0 ? null : from + wanted.minutes * 60_000
      if (readGroups(doc).split?.state === 'running')
        throw new ApiError('conflict', 'People are in small groups already. End those first.')
      if (wanted.own === 'copy') listCopies(doc, wanted, entry, made)
      writeSplit(doc, {
        id: newId(),
        board: entry.id,
        own: wanted.own,
        private: wanted.private,
        endsAt: null,
        state: 'running',
        groups: made.map((group) => ({ ...group, endsAt })),
      })
      for (const [participant, at] of Object.entries(members)) {
        const group = made[at]
        if (group) writeMember(doc, participant, group.id)
      }
    })
    return { groups: made.map(({ id }) => id) }
  },
})

type Made = Split['groups']
type Entry = Awaited<ReturnType<typeof requireBoard>>

async function makeCopies(
  { services, workshop }: CommandContext,
  { names }: Input,
  entry: Entry,
): Promise<Made> {
  const { rooms } = services
  const board = await rooms.read(documentNames.board(workshop, entry.id), (doc) => readBoard(entry, doc))
  const { workshop: facts } = await requireStage(services.stages, workshop)
  const file = { workshop: facts, boards: [board], threads: [], leftOut: 0 }
  const made: { id: string; number: number; at: string }[] = []
  for (const at of names.keys()) {
    const copy = newId()
    await rooms.transact(documentNames.board(workshop, copy), (doc) =>
      writeImported(file, { board: () => doc, threads: new Doc() }),
    )
    made.push({ id: newId(), number: at + 1, at: copy })
  }
  return made
}

function listCopies(doc: Doc, { names, private: isPrivate }: Input, entry: Entry, made: Made): void {
  const orders = orderKeysAtEnd(boardOrders(doc), made.length)
  made.forEach(({ id: group, at: copy }, index) => {
    writeBoardEntry(doc, {
      id: copy,
      kind: entry.kind,
      title: `${names[index]}: ${entry.title}`.slice(0, 200),
      order: orders[index] as string,
      group: { id: group, state: isPrivate ? 'private' : 'public' },
      from: entry.id,
    })
  })
}

/** How far themes of groups stand from one another, and below what is there. */
const apart = { x: 1_200, y: 400 }

async function makeAreas(
  { services, workshop }: CommandContext,
  { names }: Input,
  entry: Entry,
): Promise<Made> {
  const theme = themeOf(kindById(entry.kind))
  if (theme === null) throw new ApiError('invalid', 'own: this kind of board has no areas; use copies.')
  return services.rooms.transact(documentNames.board(workshop, entry.id), (doc) => {
    const points = readBoard(entry, doc).notes.flatMap(({ place }) =>
      place && 'y' in place ? [place.y] : [],
    )
    const y = points.length === 0 ? 0 : Math.max(...points) + apart.y
    return names.map((title, at) => ({
      id: newId(),
      number: at + 1,
      at: makeTheme(doc, { kind: theme, title, place: { x: at * apart.x, y }, ids: [] }),
    }))
  })
}

/** The note kind that names a group of notes, where boards of this kind have any. */
const themeOf = (kind: Kind | undefined): string | null =>
  kind?.layout.engine === 'canvas' ? kind.layout.theme : null

function atRandom({ services, workshop }: CommandContext, groups: number): Record<string, number> {
  const people = services.attendance.present(workshop, (role) => role === 'participant')
  for (let last = people.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [people[last] as string, people[other] as string]
    people[last] = b
    people[other] = a
  }
  return Object.fromEntries(people.map((participant, at) => [participant, at % groups]))
}
