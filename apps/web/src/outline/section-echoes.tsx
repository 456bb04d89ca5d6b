import { Button } from '@vispera/ui'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import type { Echo } from '../layouts/grid/echoes.ts'
import styles from './section-facts.module.css'

/** Faint marks of notes that some of us would put under this heading, with both reasons. */
export function SectionEchoes({ echoes }: { echoes: readonly Echo[] }) {
  const { t } = useWords()
  const { ui } = useBoardOnScreen()
  return (
    <section aria-label={t('surface.grid.echoes')} className={styles.echoes}>
      <p>{t('surface.grid.echoes')}</p>
      <ul>
        {echoes.map(({ id, words, why }) => (
          <li key={id}>
            <Button variant="quiet" className={styles.echo} dir="auto" onClick={() => ui.reveal(id)}>
              {words || t('surface.note.empty')}
            </Button>
            {why !== '' && <p dir="auto">{why}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
