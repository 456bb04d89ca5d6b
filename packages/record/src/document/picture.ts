import {
  type Drawing,
  decodeStrokes,
  type InkName,
  type Media,
  type Note,
  type StoredImage,
  strokePath,
} from '@vispera/board'
import { cleanText, ownRun } from '../words/runs.ts'
import type { Fact, Picture } from './blocks.ts'
import type { RecordContext } from './context.ts'

/** Inks on the paper of a note, as the app prints them. */
const inks: Readonly<Record<InkName, string>> = {
  ink: '#1f1b16',
  red: '#9a1138',
  blue: '#104a86',
  green: '#23571b',
  plum: '#56279b',
}

/** What a note shows beside its words; null for one that shows nothing. */
export function pictureOf({ workshop, words }: RecordContext, note: Note): Picture | null {
  const { media } = note
  if (!media) return null
  const [alt, text] = [cleanText(media.alt), cleanText(note.text)]
  const name = words.text(`record.picture.${media.kind}`)
  return {
    name,
    // Without words of its own the note is printed with these; what stands beside a picture is not said twice.
    alt: text === '' || text === alt ? null : alt || name,
    width: media.width,
    height: media.height,
    // Off where the workshop is protected, also when it was not from the start; its words stay.
    source: workshop.workshop.safety === 'protected' ? null : sourceOf(media, workshop.images),
  }
}

function sourceOf(media: Media, images: ReadonlyMap<string, StoredImage> | undefined): Picture['source'] {
  if (media.kind === 'drawing') return { kind: 'drawing', svg: drawingSvg(media) }
  const image = images?.get(media.mediaId)
  return image ? { kind: 'image', ...image } : null
}

/** What a picture shows in words, where the note's own words say something else. */
export function pictureFacts({ words }: RecordContext, { media, text }: Note): Fact[] {
  const alt = cleanText(media?.alt ?? '')
  const isSaid = alt === '' || alt === cleanText(text) || cleanText(text) === ''
  if (!media || isSaid) return []
  const values = [[ownRun(alt, undefined, words.dir)]]
  return [{ label: words.text(`record.picture.${media.kind}`), values }]
}

/** A drawing as a picture of its own. Made of numbers and of names that we know, whatever was stored. */
function drawingSvg(drawing: Drawing): string {
  const { width, height, strokes } = drawing
  const paths = decodeStrokes(strokes, drawing).map(
    (stroke) =>
      `<path d="${strokePath(stroke)}" stroke="${inks[stroke.ink]}" stroke-width="${stroke.width}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</svg>`
}
