import {
  type Board,
  type BoardEntry,
  type CrossLink,
  documentNames,
  type Note,
  type ParsedWorkshop,
  readAgenda,
  readBoard,
  readDecisions,
  readGatherings,
  readThreads,
  readVotes,
} from '@vispera/board'
import { kindById, presentNote } from '@vispera/kinds'
import { StorageError } from '@vispera/storage'
import { SyncError } from '@vispera/sync'
import type { Doc } from 'yjs'
import { imagesOf } from '../media/shown-images.ts'
import type { Services } from '../services.ts'
import { requireStage } from './stages.ts'

/** Which boards may be looked at: those of small groups are not everybody's. */
type IsOpen = (entry: BoardEntry) => boolean

interface Wanted {
  /** With the bytes of the images that notes show. */
  readonly withImages?: boolean
  readonly isOpen?: IsOpen
  /** A board that is damaged is counted as left out, instead of costing all the others. */
  readonly withoutDamaged?: boolean
}

/** The whole workshop as it is committed now, as plain values. */
export async function readWorkshop(
  services: Services,
  id: string,
  { withImages = false, isOpen = () => true, withoutDamaged = false }: Wanted = {},
): Promise<ParsedWorkshop> {
  const stage = await requireStage(services.stages, id)
  const open = stage.boards.filter(isOpen)
  const reading = async <T>(read: Promise<T>) => (withoutDamaged ? unlessDamaged(read) : read)
  const read = await Promise.all(open.map((entry) => reading(readOneBoard(services, id, entry))))
  const boards = read.filter((board) => board !== null)
  const threads = (await reading(readLinks(services, id))) ?? noLinks
  const leftOut = boards.reduce(
    (sum, board) => sum + board.leftOut,
    threads.leftOut + read.length - boards.length,
  )
  const images = withImages ? await services.media.all(id, imagesOf(boards)) : new Map()
  const led = await services.rooms.read(documentNames.stage(id), readLed)
  const isAbout = ({ board }: { board: string | null }) =>
    board === null || open.some((entry) => entry.id === board)
  return {
    workshop: stage.workshop,
    boards,
    threads: threads.links,
    leftOut,
    images,
    agenda: led.agenda,
    votes: led.votes.filter(isAbout),
    decisions: led.decisions.filter(isAbout),
    gatherings: led.gatherings,
  }
}

const readLed = (doc: Doc) => ({
  agenda: readAgenda(doc).stages,
  votes: readVotes(doc),
  decisions: readDecisions(doc),
  gatherings: readGatherings(doc),
})

/**
 * A board for the API: fields stand beside what all notes have, and the kind's derived values are there.
 * Without what is hidden for care, it is as if those notes were not on the board.
 */
export async function describeBoard(
  services: Services,
  id: string,
  entry: BoardEntry,
  { withHidden, isOpen }: { withHidden: boolean; isOpen: IsOpen },
) {
  const whole = await readOneBoard(services, id, entry)
  const board = withHidden ? whole : withoutHidden(whole)
  // What lies beside the board and is damaged must not cost the board.
  const threads = ((await unlessDamaged(readLinks(services, id))) ?? noLinks).links
  const boards = await linkedBoards(services, id, board, threads, isOpen)
  const kind = kindById(entry.kind)
  const derived = kind?.derive(board, { threads, boards }) ?? {}
  return {
    ...board,
    notes: board.notes.map((note) => {
      const { id: noteId, kind: noteKind, text, place } = note
      return { ...(kind ? presentNote(kind, note) : {}), id: noteId, kind: noteKind, text, place }
    }),
    links: [...board.links],
    settings: { ...board.settings },
    derived: { ...derived },
  }
}

function withoutHidden(board: Board): Board {
  const isHidden = ({ state }: Note) => state === 'hidden-for-care'
  const notes = board.notes.filter((note) => !isHidden(note))
  const hidden = new Set(board.notes.filter(isHidden).map(({ id }) => id))
  return {
    ...board,
    notes,
    links: board.links.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  }
}

/** This board and those that threads join it to: what a kind may look at. */
async function linkedBoards(
  services: Services,
  id: string,
  board: Board,
  threads: readonly CrossLink[],
  isOpen: IsOpen,
) {
  const ids = new Set(threads.flatMap(({ from, to }) => [from.board, to.board]))
  const { boards } = await requireStage(services.stages, id)
  const others = boards.filter((one) => one.id !== board.id && ids.has(one.id) && isOpen(one))
  const read = await Promise.all(others.map((entry) => unlessDamaged(readOneBoard(services, id, entry))))
  return new Map([board, ...read.filter((one) => one !== null)].map((one) => [one.id, one]))
}

const readOneBoard = ({ rooms }: Services, id: string, entry: BoardEntry): Promise<Board> =>
  rooms.read(documentNames.board(id, entry.id), (doc) => readBoard(entry, doc))

const noLinks = { links: [], leftOut: 1 } satisfies ReturnType<typeof readThreads>

const readLinks = ({ rooms }: Services, id: string) => rooms.read(documentNames.threads(id), readThreads)

/** `null` for a document that is damaged; everything else that goes wrong goes wrong. */
async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    const isDamaged =
      (error instanceof StorageError || error instanceof SyncError) && error.reason === 'damaged'
    if (!isDamaged) throw error
    return null
  }
}
