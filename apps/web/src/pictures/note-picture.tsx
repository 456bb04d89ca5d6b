import type { Note } from '@vispera/board'
import { Part } from '../later/part.tsx'
import { useSessionValue } from '../session/use-session-value.ts'
import { isWithoutPictures } from './may-picture.ts'
import styles from './note-picture.module.css'
import { pictureParts } from './picture-parts.ts'
import { pictureRatio } from './picture-size.ts'

/** What a note shows beside its words, in a room of its own shape that stands before the picture has come. */
export function NotePicture({ note }: { note: Note }) {
  const isOff = useSessionValue(isWithoutPictures)
  const { media } = note
  if (!media || isOff) return null
  return (
    <div className={styles.room} style={{ aspectRatio: pictureRatio(media) }}>
      <Part of={pictureParts.picture} with={{ media, words: note.text }} />
    </div>
  )
}
