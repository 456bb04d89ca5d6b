import type { Note } from '@vispera/board'
import type { Words } from '../i18n/use-words.ts'

/** The words that stand on a note: its own, else what its picture shows. */
export const cardWords = ({ text, media }: Pick<Note, 'text' | 'media'>): string =>
  text.trim() === '' && media ? media.alt : text

/** What a picture adds to the words beside it, for those who do not see it; '' where they say it already. */
export function pictureWords(note: Pick<Note, 'text' | 'media'>, { t }: Pick<Words, 't'>): string {
  const { media } = note
  if (!media) return ''
  const alt = media.alt.trim()
  if (alt === '') return t(`outline.picture.${media.kind}`)
  return alt === cardWords(note).trim() ? '' : t(`outline.picture.${media.kind}.shows`, { alt })
}
