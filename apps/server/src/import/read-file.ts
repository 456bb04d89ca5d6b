import {
  type BoardEntry,
  type CrossLink,
  type Link,
  noteIdSchema,
  readCrossLink,
  readLink,
  readStage,
  type WorkshopFacts,
  type WorkshopFile,
  workshopFileSchema,
  workshopFileVersion,
  writeWorkshop,
} from '@vispera/board'
import { kindById } from '@vispera/kinds'
import { Doc } from 'yjs'
import { ApiError } from '../contract/errors.ts'
import { cleanLine } from '../contract/words.ts'
import { sentenceOf } from '../http/errors.ts'
import { type FileNote, readNotes } from './read-notes.ts'
import { maxFileText, unusable } from './unusable.ts'

export interface FileBoard {
  readonly entry: BoardEntry
  readonly notes: readonly FileNote[]
  readonly links: readonly Link[]
  readonly settings: Readonly<Record<string, string | number | boolean>>
}
/** A saved workshop, every record of it known to be readable. */
export interface ReadFile {
  readonly facts: WorkshopFacts
  readonly boards: readonly FileBoard[]
  readonly threads: readonly CrossLink[]
  /** Values that this version does not know; they are not taken over. */
  readonly leftOut: number
}

/**
 * Reads a saved workshop as a whole before anything of it is written. Throws `invalid`, naming the place in
 * the file, or `newer-version`.
 */
export function readWorkshopFile(input: unknown): ReadFile {
  const file = readEnvelope(input)
  const facts = readFacts(file.workshop)
  let leftOut = 0
  const boards = file.boards.map((board, at): FileBoard => {
    const where = `boards[${at}]`
    const entry = readEntry(board, where)
    const { notes, leftOut: unknown } = readNotes(entry.kind, board.notes, `${where}.notes`)
    leftOut += unknown
    const links = board.links.map((link, n) => required(readAs(link, readLink), `${where}.links[${n}]`))
    return {
      entry,
      notes,
      links: unique(links, `${where}.links`),
      settings: readSettings(board.settings, where),
    }
  })
  refuseEntangled(boards.map(({ entry }) => entry.id))
  const threads = file.threads.map((link, at) => required(readAs(link, readCrossLink), `threads[${at}]`))
  return { facts, boards, threads: unique(threads, 'threads'), leftOut }
}

function readEnvelope(input: unknown): WorkshopFile {
  const said = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {}
  if (said.format !== 'vispera-workshop') {
    throw new ApiError('invalid', 'This is not a workshop saved by Vispera. Nothing was imported.')
  }
  if (typeof said.version === 'number' && said.version > workshopFileVersion) {
    throw new ApiError(
      'newer-version',
      'This workshop was saved by a newer Vispera. Update this server, then import it.',
    )
  }
  const parsed = workshopFileSchema.safeParse(input)
  if (!parsed.success)
    throw new ApiError('invalid', `${sentenceOf(parsed.error.issues, 'file')}. Nothing was imported.`)
  return parsed.data
}

/** The facts go through a scratch document, so that what is imported can be read afterwards. */
function readFacts(given: Readonly<Record<string, unknown>>): WorkshopFacts {
  const scratch = new Doc()
  const title = typeof given.title === 'string' ? cleanLine(given.title) : given.title
  try {
    writeWorkshop(scratch, { ...given, title } as Partial<WorkshopFacts>)
  } catch {
    throw unusable('workshop', 'These facts cannot be used.')
  }
  const stage = readStage(scratch)
  if (!stage) throw unusable('workshop', 'Its title, safety, languages or month cannot be used.')
  return stage.workshop
}

function readEntry({ id, kind, title }: BoardEntry, where: string): BoardEntry {
  if (!noteIdSchema.safeParse(id).success) throw unusable(`${where}.id`, 'This is not an id.')
  if (!kindById(kind))
    throw unusable(`${where}.kind`, `This server knows no board kind "${kind.slice(0, 64)}".`)
  const line = cleanLine(title)
  if (line === '' || line.length > 200) throw unusable(`${where}.title`, 'A title has 1 to 200 characters.')
  return { id, kind, title: line }
}

function readSettings(given: Readonly<Record<string, unknown>>, where: string): FileBoard['settings'] {
  const entries = Object.entries(given)
  if (entries.length > 1_000) throw unusable(`${where}.settings`, 'There are too many.')
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const isUsable = typeof value === 'number' || typeof value === 'boolean' || isText(value)
      if (!isUsable || key.length > 200) throw unusable(`${where}.settings`, 'A value cannot be used.')
      return [key, value as string | number | boolean]
    }),
  )
}

const isText = (value: unknown) => typeof value === 'string' && value.length <= maxFileText

/** Documents are wiped by the start of their name, so one board's id must not begin another's. */
function refuseEntangled(ids: readonly string[]): void {
  const sorted = [...ids].sort()
  for (const [at, id] of sorted.entries()) {
    if (sorted[at + 1]?.startsWith(id))
      throw unusable('boards', `The ids "${id}" and "${sorted[at + 1]}" collide.`)
  }
}

function readAs<T>(
  { id, ...value }: Readonly<Record<string, unknown>>,
  read: (id: string, value: unknown) => T | null,
): T | null {
  return typeof id === 'string' ? read(id, value) : null
}

function required<T>(value: T | null, where: string): T {
  if (value === null) throw unusable(where, 'This link cannot be read.')
  return value
}

function unique<T extends { readonly id: string }>(all: readonly T[], where: string): readonly T[] {
  if (new Set(all.map(({ id }) => id)).size < all.length) throw unusable(where, 'Two have the same id.')
  return all
}
