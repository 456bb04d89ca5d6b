import type { Note } from '@vispera/board'
import { Button, IconButton } from '@vispera/ui'
import { ArrowUpRight, X } from 'lucide-react'
import { shortWords } from '../actions/action-context.ts'
import { type LinkedNote, useLinkedNotes } from '../actions/linked-notes.ts'
import { useActions } from '../actions/use-actions.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './note-links.module.css'

/** Links to other boards: live words where they can be read, and the way there. */
export function NoteChips({ note }: { note: Note }) {
  const { t } = useWords()
  const linked = useLinkedNotes(note.id)
  if (linked.length === 0) return null
  return (
    <section aria-label={t('outline.chips')}>
      <h3 className={styles.label}>{t('outline.chips')}</h3>
      <ul className={styles.links}>
        {linked.map((one) => (
          <Chip key={one.link.id} note={note} linked={one} />
        ))}
      </ul>
    </section>
  )
}

function Chip({ note, linked }: { note: Note; linked: LinkedNote & { goTo(): void } }) {
  const { t } = useWords()
  const actions = useActions()
  const mine = t('outline.quoted', { words: shortWords(note, t, 40) })
  const theirs =
    linked.text === null
      ? t('outline.chip.protected')
      : t('outline.quoted', { words: shortWords({ text: linked.text, kind: linked.kind ?? note.kind }, t) })
  const [from, to] = linked.isFromHere ? [mine, theirs] : [theirs, mine]
  const sentence = t(`link.${linked.link.kind}.sentence`, { from, to })
  const canGo = linked.state === 'live' || linked.state === 'changed' || linked.state === 'coming'
  return (
    <li className={styles.link}>
      <div>
        <p dir="auto">{sentence}</p>
        {linked.state !== 'live' && <p className={styles.state}>{t(`outline.chips.${linked.state}`)}</p>}
        {canGo && (
          <Button size="small" className={styles.go} onClick={linked.goTo}>
            {linked.board ?? t('outline.goThere')}
            <ArrowUpRight aria-hidden="true" className="mirrors" />
          </Button>
        )}
      </div>
      {actions.canWrite() && (
        <IconButton
          label={t('outline.links.remove', { sentence })}
          onClick={() => actions.unlinkAcross(linked.link.id)}
        >
          <X aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}
