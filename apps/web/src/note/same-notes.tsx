import type { Note } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useActions } from '../actions/use-actions.ts'
import { useBoard } from '../board-ui/board-context.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './note-links.module.css'

/** The other wordings behind this note; none is ever lost, each can stand on its own again. */
export function SameNotes({ note }: { note: Note }) {
  const { t } = useWords()
  const actions = useActions()
  const board = useBoard()
  const stacks = (useDerived().stacks ?? {}) as Readonly<Record<string, readonly string[]>>
  const same = (stacks[note.id] ?? []).flatMap((id) => board.notes.find((one) => one.id === id) ?? [])
  if (same.length === 0) return null
  return (
    <section aria-label={t('outline.same')}>
      <h3 className={styles.label}>{t('outline.same')}</h3>
      <ul className={styles.links}>
        {same.map((one) => (
          <li key={one.id} className={styles.link}>
            <p dir="auto">{one.text}</p>
            {actions.canWrite() && (
              <Button size="small" onClick={() => actions.unstack([one.id])}>
                {t('outline.menu.unstack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
