import { noteColor } from '@vispera/kinds'
import { NoteCard } from '@vispera/ui'
import { useSyncExternalStore } from 'react'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NotePicture } from '../../pictures/note-picture.tsx'
import { cardWords } from '../../pictures/picture-words.ts'
import styles from './write-view.module.css'

/** On a phone: the question, and what I wrote so far. The composer stands under it. */
export function WriteView() {
  const { t, locale } = useWords()
  const { open, kind } = useBoardOnScreen()
  const board = useBoard()
  const mine = useSyncExternalStore(open.subscribe, open.mine)
  const zone = kind.zones.find((one) => one.holds === 'main') ?? kind.zones[0]
  const notes = mine
    .map((id) => board.notes.find((note) => note.id === id))
    .filter((note) => note !== undefined)
  const [question, rest] = firstSentence(
    t(zone ? `${kind.id}.zone.${zone.id}.prompt` : `${kind.id}.purpose`),
    locale,
  )
  return (
    <div className={styles.write}>
      <h2>{question}</h2>
      {rest !== '' && <p className={styles.rest}>{rest}</p>}
      <p className={styles.count}>{t('shell.write.mine', { count: notes.length })}</p>
      <ul className={styles.notes}>
        {notes.toReversed().map((note) => (
          <NoteCard
            key={note.id}
            as="li"
            data-note-id={note.id}
            color={noteColor(kind, note)}
            text={cardWords(note)}
            picture={note.media && <NotePicture note={note} />}
          />
        ))}
      </ul>
    </div>
  )
}

/** The first sentence, to be read at a glance, and what follows it. */
export function firstSentence(text: string, locale: string): [first: string, rest: string] {
  const [first] = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)
  const words = first?.segment ?? text
  return [words.trim(), text.slice(words.length).trim()]
}
