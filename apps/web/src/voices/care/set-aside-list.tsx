import { Button } from '@vispera/ui'
import { announce } from '../../actions/announcer.ts'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import styles from './pulse.module.css'

/** For those who keep people safe: notes of this board that were set aside. Their words are only with the server. */
export function SetAsideList() {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const { say } = useLead()
  const notes = useBoard().notes.filter((note) => note.state === 'hidden-for-care')
  if (notes.length === 0) return null
  return (
    <section className={styles.aside} aria-label={t('voices.care.list')}>
      <h3>{t('voices.care.list')}</h3>
      <p>{t('voices.care.listWhat')}</p>
      <ul>
        {notes.map((note, at) => (
          <li key={note.id}>
            <span>{t('voices.care.one', { position: at + 1, kind: t(`noteKind.${note.kind}`) })}</span>
            <Button
              size="small"
              onClick={async () => {
                const answer = await say('show-note', { board: open.entry.id, note: note.id })
                if (answer) announce(t('voices.care.back'))
              }}
            >
              {t('voices.care.bring')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
