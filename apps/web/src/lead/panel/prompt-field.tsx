import type { AgendaStage } from '@vispera/board'
import { Pencil } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { growWithWords } from '../../note/grow-with-words.ts'
import { promptOf } from '../stage-words.ts'
import { useLead } from '../use-lead.ts'
import styles from './prompt-field.module.css'

/** What people are asked to do, to be reworded on the spot: it counts when the field is left, or with Mod+Enter. */
export function PromptField({ stage }: { stage: AgendaStage }) {
  const words = useWords()
  const { t, locale } = words
  const { say } = useLead()
  const said = promptOf(stage, words)
  const [text, setText] = useState(said)
  const field = useRef<HTMLTextAreaElement>(null)
  const isGivenUp = useRef(false)
  const isWriting = () => document.activeElement === field.current
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words of others, unless somebody writes here
  useEffect(() => {
    if (!isWriting()) setText(said)
  }, [said, stage.id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are the reason to measure again
  useLayoutEffect(() => {
    if (field.current) growWithWords(field.current)()
  }, [text])

  function keep() {
    const prompt = text.trim()
    if (prompt === said || isGivenUp.current) return
    void say('change-stage', { stage: stage.id, prompt: { ...stage.prompt, [locale]: prompt } })
  }
  return (
    <div className={styles.field}>
      <textarea
        ref={field}
        rows={2}
        dir="auto"
        maxLength={600}
        aria-label={t('lead.stage.prompt')}
        placeholder={t('lead.stage.prompt.none')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.preventDefault()
            setText(said)
            // To the panel, which another Escape closes. Leaving the field this way keeps nothing.
            isGivenUp.current = true
            event.currentTarget.closest('aside')?.focus()
            isGivenUp.current = false
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
        }}
      />
      <Pencil aria-hidden="true" />
    </div>
  )
}
