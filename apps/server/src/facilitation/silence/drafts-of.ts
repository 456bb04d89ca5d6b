import { type Draft, documentNames, isBlank, readDrafts } from '@vispera/board'
import type { Services } from '../../services.ts'

/** Where the drafts of a workshop lie, those of people who have left for ever included. */
export const draftPath = (workshop: string): string => documentNames.draft(workshop, '')

/** A draft with something to show, and the document that it lies in. */
export interface WrittenDraft extends Draft {
  readonly document: string
}

export const draftDocuments = ({ store }: Pick<Services, 'store'>, workshop: string): Promise<string[]> =>
  store.documents(draftPath(workshop))

export async function draftsIn(
  { rooms }: Pick<Services, 'rooms'>,
  documents: readonly string[],
): Promise<WrittenDraft[]> {
  const read = await Promise.all(documents.map((document) => rooms.read(document, readDrafts)))
  return read.flatMap((drafts, at) =>
    drafts
      .filter(({ note }) => !isBlank(note))
      .map((draft) => ({ ...draft, document: documents[at] as string })),
  )
}
