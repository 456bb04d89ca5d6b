import { Button } from '@vispera/ui'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { settingKeys } from '../actions/actions.ts'
import { useActions } from '../actions/use-actions.ts'
import { useBoard, useBoardOnScreen } from '../board-ui/board-context.ts'
import { usePrompts } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import styles from './outline-prompts.module.css'

const promptActs = later(() => import('../note/note-prompts.tsx').then(({ PromptActs }) => PromptActs))

/** The method's gentle questions about this board. Never a score; whoever may write can put one away. */
export function OutlinePrompts() {
  const { t } = useWords()
  const { kind, ui } = useBoardOnScreen()
  const { settings } = useBoard()
  const actions = useActions()
  const [isWide, setWide] = useState(false)
  const open = usePrompts().filter((prompt) => settings[settingKeys.dismissed(prompt.id)] !== true)
  if (open.length === 0) return null
  const shown = isWide ? open : open.slice(0, 1)
  return (
    <section aria-label={t('outline.prompts')}>
      <ul className={styles.prompts}>
        {shown.map((prompt) => (
          <li key={prompt.id} className={styles.prompt}>
            <p dir="auto">{t(`${kind.id}.prompt.${prompt.rule}`, prompt.values)}</p>
            <div className={styles.acts}>
              {prompt.notes[0] !== undefined && (
                <Button size="small" onClick={() => ui.reveal(prompt.notes[0] as string)}>
                  {t('outline.prompts.show')}
                </Button>
              )}
              {prompt.moves !== undefined && <Part of={promptActs} with={{ prompt }} />}
              {prompt.moves === undefined && actions.canWrite() && (
                <Button variant="quiet" size="small" onClick={() => actions.dismissPrompt(prompt.id)}>
                  {t('outline.prompts.dismiss')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open.length > shown.length && (
        <Button variant="quiet" className={styles.more} onClick={() => setWide(true)}>
          <ChevronDown aria-hidden="true" />
          {t('outline.prompts.more', { count: open.length - shown.length })}
        </Button>
      )}
    </section>
  )
}
