import { Button } from '@vispera/ui'
import { settingKeys } from '../actions/actions.ts'
import { useActions } from '../actions/use-actions.ts'
import { useBoard, useBoardOnScreen } from '../board-ui/board-context.ts'
import { usePrompts } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './outline-prompts.module.css'

/** This many questions stand open at once; the next one comes when one is dismissed. */
const most = 3

/** The method's gentle questions about this board. Never a score; whoever may write can put one away. */
export function OutlinePrompts() {
  const { t } = useWords()
  const { kind, ui } = useBoardOnScreen()
  const { settings } = useBoard()
  const actions = useActions()
  const open = usePrompts().filter((prompt) => settings[settingKeys.dismissed(prompt.id)] !== true)
  if (open.length === 0) return null
  return (
    <section aria-label={t('outline.prompts')}>
      <ul className={styles.prompts}>
        {open.slice(0, most).map((prompt) => (
          <li key={prompt.id} className={styles.prompt}>
            <p dir="auto">{t(`${kind.id}.prompt.${prompt.rule}`, prompt.values)}</p>
            <div className={styles.acts}>
              {prompt.notes[0] !== undefined && (
                <Button size="small" onClick={() => ui.reveal(prompt.notes[0] as string)}>
                  {t('outline.prompts.show')}
                </Button>
              )}
              {actions.canWrite() && (
                <Button variant="quiet" size="small" onClick={() => actions.dismissPrompt(prompt.id)}>
                  {t('outline.prompts.dismiss')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open.length > most && (
        <p className={styles.more}>{t('outline.prompts.more', { count: open.length - most })}</p>
      )}
    </section>
  )
}
