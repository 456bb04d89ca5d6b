import type { Note } from '@vispera/board'
import { useEffect, useState } from 'react'
import { useSessionValue } from '../session/use-session-value.ts'
import { isWithoutPictures } from './may-picture.ts'
import styles from './note-picture.module.css'
import { pictureParts } from './picture-parts.ts'
import { pictureRatio } from './picture-size.ts'

const { picture } = pictureParts

/** What a note shows beside its words, in a room of its own shape that stands before the picture has come. */
export function NotePicture({ note }: { note: Note }) {
  const isOff = useSessionValue(isWithoutPictures)
  const { media } = note
  if (!media || isOff) return null
  return (
    <div className={styles.room} style={{ aspectRatio: pictureRatio(media) }}>
      <Shown media={media} words={note.text} />
    </div>
  )
}

/**
 * Nothing while the code is on its way. Where it does not come the room stays empty until the network is back: many
 * notes that each say so would be noise.
 */
function Shown(props: { media: NonNullable<Note['media']>; words: string }) {
  const [, setArrived] = useState(false)
  useEffect(() => {
    if (picture.now()) return
    const ask = () => {
      picture.fetch().then(
        () => setArrived(true),
        () => addEventListener('online', ask, { once: true }),
      )
    }
    ask()
    return () => removeEventListener('online', ask)
  }, [])
  const View = picture.now()
  return View ? <View {...props} /> : null
}
