import { type ParsedWorkshop, type StoredImage, type WorkshopFile, workshopFileVersion } from '@vispera/board'

/**
 * The whole workshop as JSON that `importJson` reads back into an identical one. It holds everything,
 * sensitive and hidden notes included: it is a copy for those who run the workshop, not a record to pass on.
 */
export function exportJson(workshop: ParsedWorkshop): string {
  const file: WorkshopFile = {
    format: 'vispera-workshop',
    version: workshopFileVersion,
    workshop: { ...workshop.workshop },
    boards: workshop.boards.map(({ id, kind, title, notes, links, settings }) => ({
      id,
      kind,
      title,
      notes: notes.map((note) => ({ ...note })),
      links: links.map((link) => ({ ...link })),
      settings: { ...settings },
    })),
    threads: workshop.threads.map((link) => ({ ...link })),
    ...(workshop.images && workshop.images.size > 0 && { images: imagesOf(workshop.images) }),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const imagesOf = (images: ReadonlyMap<string, StoredImage>): NonNullable<WorkshopFile['images']> =>
  Object.fromEntries(
    [...images].map(([id, { type, bytes }]) => [id, { type, base64: Buffer.from(bytes).toString('base64') }]),
  )
