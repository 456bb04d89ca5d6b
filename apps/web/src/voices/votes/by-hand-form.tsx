import { agreementLevels, resonanceLevels, type Vote } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import styles from './lead-vote.module.css'
import { nameOf } from './option-words.ts'
import { useOptions } from './use-votes.ts'

/** One device speaks for a room: how many voices, and what they gave. It stands in the result as entered by hand. */
export function ByHandForm({ vote, onDone }: { vote: Vote; onDone: () => void }) {
  const words = useWords()
  const { t } = words
  const { say } = useLead()
  const options = useOptions(vote) ?? []
  const [voices, setVoices] = useState(1)
  const [totals, setTotals] = useState<Readonly<Record<string, number>>>({})
  const rows =
    vote.form === 'agreement'
      ? agreementLevels.map((id) => ({ id: id as string, name: t(`voices.level.${id}`) }))
      : vote.form === 'resonance'
        ? resonanceLevels.map((id) => ({ id: id as string, name: t(`voices.level.${id}`) }))
        : options.map((option) => ({ id: option.id, name: nameOf(option, words) }))
  const given = Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0))

  return (
    <form
      className={styles.ask}
      onSubmit={async (event) => {
        event.preventDefault()
        const answer = await say('vote-by-hand', { vote: vote.id, voices, totals: given })
        if (answer) onDone()
      }}
    >
      <p>{t('voices.hand.what')}</p>
      <label className={styles.row}>
        <span>{t('voices.hand.voices')}</span>
        <input
          className={styles.number}
          type="number"
          inputMode="numeric"
          min={1}
          max={500}
          value={voices}
          onChange={(event) => setVoices(wholeIn(event.target.value))}
        />
      </label>
      <div className={styles.rows}>
        {rows.map(({ id, name }) => (
          <label key={id} className={styles.row}>
            <span dir="auto">{name}</span>
            <input
              className={styles.number}
              type="number"
              inputMode="numeric"
              min={0}
              max={10_000}
              value={totals[id] ?? 0}
              onChange={(event) => setTotals({ ...totals, [id]: wholeIn(event.target.value) })}
            />
          </label>
        ))}
      </div>
      <div className={styles.acts}>
        <Button type="submit" variant="ink">
          {t('voices.hand.do')}
        </Button>
        <Button onClick={onDone}>{t('voices.cancel')}</Button>
      </div>
    </form>
  )
}

const wholeIn = (text: string): number => Math.max(0, Math.trunc(Number(text)) || 0)
