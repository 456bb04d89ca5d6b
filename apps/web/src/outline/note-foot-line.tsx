import { NameTag, type PersonColor } from '@vispera/ui'
import { useSyncExternalStore } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import type { CardFact } from '../layouts/shared/card.ts'
import { FactIcon } from '../note/fact-icon.tsx'
import type { NoteFoot } from '../note/note-foot.ts'
import type { OpenBoard } from '../session/workshop-session.ts'
import styles from './outline-note.module.css'

/** What a note says under its words, its own waiting state included. */
export function NoteFootLine({ noteId, foot }: { noteId: string; foot: NoteFoot }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const isWaiting = useSyncExternalStore(open.subscribe, () => open.isWaiting(noteId))
  const all: readonly CardFact[] = [
    ...foot.foot,
    ...(foot.same > 0 ? [{ icon: 'same', text: t('outline.note.same', { count: foot.same }) }] : []),
    ...(isWaiting ? [{ icon: 'waiting', text: t('outline.state.waiting') }] : []),
  ]
  if (all.length === 0) return null
  return (
    <ul className={styles.foot}>
      {all.map((fact) => (
        <li key={`${fact.icon} ${fact.text}`} data-fact={fact.icon}>
          <FactIcon name={fact.icon} />
          <span dir="auto">{fact.text}</span>
        </li>
      ))}
    </ul>
  )
}

/** "Lucía is writing" over a note that somebody else writes in or holds. */
export function Writers({ noteId }: { noteId: string }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  // One string, so that others' cursors, which move all the time, draw nothing here.
  const busy = useSyncExternalStore(open.subscribe, () => busyWith(open, noteId))
  if (busy === null) return null
  const [act, color, name = ''] = busy.split('\n')
  return (
    <p className={styles.writer}>
      <NameTag color={((Number(color) % 7) + 1) as PersonColor}>
        {t(`outline.note.${act}`, { name: name === '' ? t('outline.note.somebody') : name })}
      </NameTag>
    </p>
  )
}

function busyWith(open: OpenBoard, noteId: string): string | null {
  for (const { person, writing, held } of open.others()) {
    if (writing === noteId) return `writing\n${person.color}\n${person.name}`
    if (held.some((one) => one.id === noteId)) return `holding\n${person.color}\n${person.name}`
  }
  return null
}
