import { type Board, documentNames, type Note, readBoard } from '@vispera/board'
import type { Services } from '../services.ts'

/** The images that these boards' notes show. */
export function imagesOf(
  boards: readonly Board[],
  counts: (note: Note) => boolean = () => true,
): Set<string> {
  const ids = boards.flatMap(({ notes }) =>
    notes.flatMap((note) => (counts(note) && note.media?.kind === 'image' ? [note.media.mediaId] : [])),
  )
  return new Set(ids)
}

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
