import { type FuzzyDate, fuzzyDateSchema, parseFuzzyDate } from '@vispera/board'
import { useId, useState } from 'react'
import { useSpeech } from '../../i18n/speech.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './fields.module.css'

/** A date in people's own words; what was understood of it stands underneath. */
export function DateField({
  id,
  value,
  isClosed,
  onChange,
}: {
  id: string
  value: unknown
  isClosed: boolean
  onChange: (value: FuzzyDate | null) => void
}) {
  const { t } = useWords()
  const { locale } = useSpeech()
  const hintId = useId()
  const saved = wordsOf(value)
  const [words, setWords] = useState(saved)
  const understood = words === saved ? readStored(value) : parseFuzzyDate(words)
  const keep = () => {
    if (words.trim() !== saved) onChange(parseFuzzyDate(words))
  }
  return (
    <>
      <input
        id={id}
        type="text"
        dir={words === '' ? undefined : 'auto'}
        className={styles.input}
        maxLength={200}
        value={words}
        disabled={isClosed}
        aria-describedby={hintId}
        placeholder={t('outline.field.datePlaceholder')}
        onChange={(event) => setWords(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
        }}
      />
      <p id={hintId} className={styles.hint}>
        {understood &&
          (understood.earliest
            ? t('outline.field.dateRange', { range: rangeWords(understood, locale) })
            : t('outline.field.dateWords'))}
      </p>
    </>
  )
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  const parsed = fuzzyDateSchema.safeParse(value)
  return parsed.success ? parsed.data.label : ''
}

function readStored(value: unknown): FuzzyDate | null {
  const parsed = fuzzyDateSchema.safeParse(value)
  return parsed.success ? parsed.data : parseFuzzyDate(wordsOf(value))
}

function rangeWords({ earliest, latest }: FuzzyDate, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const from = new Date(`${earliest}T00:00:00Z`)
  const to = new Date(`${latest ?? earliest}T00:00:00Z`)
  return format.formatRange(from, to)
}
