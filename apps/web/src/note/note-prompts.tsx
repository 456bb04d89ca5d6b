import type { Prompt } from '@vispera/kinds'
import { Button, classes } from '@vispera/ui'
import { Lightbulb } from 'lucide-react'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { shorten } from '../layouts/shared/shorten.ts'
import styles from './note-prompts.module.css'

/** A gentle question about one note, with what could be done about it; to be put away by whoever may write. */
export function NotePrompts({
  prompts,
  className,
}: {
  prompts: readonly Prompt[]
  className?: string | undefined
}) {
  const { t, dir } = useWords()
  const { kind } = useBoardOnScreen()
  return prompts.map((prompt) => (
    <div key={prompt.id} className={classes(styles.prompt, className)} dir={dir} role="note">
      <p>
        <Lightbulb aria-hidden="true" />
        {question(t(`${kind.id}.prompt.${prompt.rule}`, prompt.values))}
      </p>
      <PromptActs prompt={prompt} />
    </div>
  ))
}

/** What can be done about a question. */
export function PromptActs({ prompt }: { prompt: Prompt }) {
  const { t } = useWords()
  const { kind } = useBoardOnScreen()
  const actions = useActions()
  const [note] = prompt.notes
  const { moves } = prompt
  if (!actions.canWrite()) return null
  const words = (part: string, values?: Record<string, string>) =>
    t(`${kind.id}.prompt.${prompt.rule}.${part}`, values)
  return (
    <div className={styles.acts}>
      {moves !== undefined && note !== undefined && (
        <Button
          size="small"
          onClick={() =>
            actions.send(moves, note, words('stub', { text: shorten(String(prompt.values.text ?? '')) }))
          }
        >
          {words('move')}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={() => actions.dismissPrompt(prompt.id)}>
        {t('surface.prompt.dismiss')}
      </Button>
    </div>
  )
}

/** Beside the note its own words need not be said again: the question ends with its mark. */
const question = (text: string): string => text.match(/^.*?[?؟]/su)?.[0] ?? text
