import {
  type Note,
  type ParsedWorkshop,
  type StoredImage,
  type WorkshopFile,
  workshopFileVersion,
} from '@vispera/board'

/**
 * The whole workshop as JSON that `importJson` reads back into an identical one, but for notes hidden for care,
 * which it only counts, and votes that are still open. It holds everything else, sensitive notes included: it is
 * a copy for those who run the workshop, not a record to pass on.
 */
export function exportJson(workshop: ParsedWorkshop): string {
  const hidden = workshop.boards.reduce((sum, { notes }) => sum + notes.filter(isHidden).length, 0)
  const file: WorkshopFile = {
    format: 'vispera-workshop',
    version: workshopFileVersion,
    workshop: { ...workshop.workshop },
    boards: workshop.boards.map(({ id, kind, title, notes, links, settings }) => ({
      id,
      kind,
      title,
      notes: notes.filter((note) => !isHidden(note)).map((note) => ({ ...note })),
      links: links.map((link) => ({ ...link })),
      settings: { ...settings },
    })),
    threads: workshop.threads.map((link) => ({ ...link })),
    ...led(workshop),
    ...(hidden > 0 && { hiddenForCare: hidden }),
    ...(workshop.images && workshop.images.size > 0 && { images: imagesOf(workshop.images) }),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const isHidden = ({ state }: Note) => state === 'hidden-for-care'

/** What was led, each list where there is something in it. */
function led({ agenda = [], votes = [], decisions = [], gatherings = [] }: ParsedWorkshop) {
  const closed = votes.filter(({ state }) => state !== 'open')
  const lists = { agenda, votes: closed, decisions, gatherings }
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, list]) =>
      list.length > 0 ? [[name, list.map((one) => ({ ...one }))]] : [],
    ),
  )
}

const imagesOf = (images: ReadonlyMap<string, StoredImage>): NonNullable<WorkshopFile['images']> =>
  Object.fromEntries(
    [...images].map(([id, { type, bytes }]) => [id, { type, base64: Buffer.from(bytes).toString('base64') }]),
  )
