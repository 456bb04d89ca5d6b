import { noteColor } from '@vispera/kinds'
import { NoteCard } from '@vispera/ui'
import { useSyncExternalStore } from 'react'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './write-view.module.css'

/** On a phone: the question, and what I wrote so far. The composer stands under it. */
export function WriteView() {
  const { t } = useWords()
  const { open, kind } = useBoardOnScreen()
  const board = useBoard()
  const mine = useSyncExternalStore(open.subscribe, open.mine)
  const zone = kind.zones.find((one) => one.holds === 'main') ?? kind.zones[0]
  const notes = mine
    .map((id) => board.notes.find((note) => note.id === id))
    .filter((note) => note !== undefined)
  return (
    <div className={styles.write}>
      <h2>{t(zone ? `${kind.id}.zone.${zone.id}.prompt` : `${kind.id}.purpose`)}</h2>
      <p className={styles.count}>{t('shell.write.mine', { count: notes.length })}</p>
      <ul className={styles.notes}>
        {notes.toReversed().map((note) => (
          <NoteCard
            key={note.id}
            as="li"
            data-note-id={note.id}
            color={noteColor(kind, note)}
            text={note.text}
          />
        ))}
      </ul>
    </div>
  )
}
