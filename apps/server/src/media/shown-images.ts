import { type Board, documentNames, type Note, readBoard } from '@vispera/board'
import type { Services } from '../services.ts'

/** The images that these boards' notes show. */
export function imagesOf(
  boards: readonly Board[],
  counts: (note: Note) => boolean = () => true,
): Set<string> {
  return imagesOnNotes(boards.flatMap(({ notes }) => notes.filter(counts)))
}

export const imagesOnNotes = (notes: readonly Pick<Note, 'media'>[]): Set<string> =>
  new Set(notes.flatMap(({ media }) => (media?.kind === 'image' ? [media.mediaId] : [])))

/** The images that a workshop's boards show; null when that cannot be said now. */
export async function imagesShownIn(
  { stages, rooms }: Services,
  workshop: string,
  counts?: (note: Note) => boolean,
): Promise<ReadonlySet<string> | null> {
  const stage = await stages.read(workshop).catch(() => null)
  if (!stage) return null
  try {
    const read = stage.boards.map((entry) =>
      rooms.read(documentNames.board(workshop, entry.id), (doc) => readBoard(entry, doc)),
    )
    return imagesOf(await Promise.all(read), counts)
  } catch {
    return null
  }
}
