import { Button, Dialog, Swatch } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { matches } from './find-words.ts'
import styles from './question-dialog.module.css'
import type { Asked, Choice, Pick } from './questions.ts'

/** One question with its answers, or with a list to pick from. */
export function QuestionDialog({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const { question, answer } = asked
  return (
    <Dialog
      open
      size="small"
      title={question.title}
      closeLabel={t('outline.cancel')}
      onClose={() => answer(null)}
      footer={<Button onClick={() => answer(null)}>{t('outline.cancel')}</Button>}
    >
      {question.form === 'choice' ? (
        <Answers choice={question} answer={answer} />
      ) : (
        <Options pick={question} answer={answer} />
      )}
    </Dialog>
  )
}

function Answers({ choice, answer }: { choice: Choice; answer: Asked['answer'] }) {
  return (
    <div className={styles.choice}>
      {choice.body.map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
      <ul className={styles.answers}>
        {choice.answers.map((one, at) => (
          <li key={one.id}>
            <Button
              variant={at === 0 ? 'ink' : 'outline'}
              className={styles.answer}
              data-autofocus={at === 0 ? '' : undefined}
              onClick={() => answer(one.id)}
            >
              {one.label}
            </Button>
            {one.hint && (
              <p className={styles.hint} dir="auto">
                {one.hint}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Longer lists show this many; the search finds the rest. */
const mostShown = 60

function Options({ pick, answer }: { pick: Pick; answer: Asked['answer'] }) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const found = pick.options.filter((option) => matches(search, option.label, option.group, option.hint))
  const shown = found.slice(0, mostShown)
  const hasSearch = pick.options.length > 8
  if (pick.options.length === 0) return <p>{pick.none}</p>
  return (
    <div className={styles.pick}>
      {hasSearch && (
        <input
          type="search"
          dir={search === '' ? undefined : 'auto'}
          className={styles.search}
          aria-label={t('outline.pick.search')}
          placeholder={t('outline.pick.search')}
          value={search}
          data-autofocus=""
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            const first = shown[0]
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) answer(first.id)
          }}
        />
      )}
      <ul className={styles.options}>
        {shown.map((option, at) => (
          <li key={option.id}>
            {option.group !== undefined && option.group !== shown[at - 1]?.group && (
              <p className={styles.group} dir="auto">
                {option.group}
              </p>
            )}
            <button
              type="button"
              className={styles.option}
              data-autofocus={at === 0 && !hasSearch ? '' : undefined}
              onClick={() => answer(option.id)}
            >
              {option.color && <Swatch color={option.color} />}
              <span dir="auto">{option.label}</span>
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </button>
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <p className={styles.hint}>{t('outline.pick.more', { count: found.length - shown.length })}</p>
      )}
      {found.length === 0 && <p role="status">{t('outline.pick.noMatch')}</p>}
    </div>
  )
}
