import { agreementLevels, resonanceLevels, type Vote } from '@vispera/board'
import { TextField } from '@vispera/ui'
import { useEffect, useId, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './level-ballot.module.css'
import { useBallot } from './use-ballot.ts'

/** Levels that ask for words. */
const worrying: readonly string[] = ['talk-more', 'cannot', 'other-words']

/** How far somebody goes along, or how much it is theirs. The two last levels of agreement ask for the worry. */
export function LevelBallot({ vote }: { vote: Vote }) {
  const { t } = useWords()
  const name = useId()
  const { ballot, cast, canVote } = useBallot(vote)
  const level = ballot && 'level' in ballot ? ballot.level : null
  const worry = ballot && 'level' in ballot ? (ballot.worry ?? '') : ''
  const [words, setWords] = useState(worry)
  useEffect(() => setWords((now) => (now.trim() === worry ? now : worry)), [worry])
  const levels = vote.form === 'agreement' ? agreementLevels : resonanceLevels
  const form = vote.form === 'agreement' ? 'agreement' : 'resonance'
  const choose = (next: (typeof levels)[number], text = words) => {
    const said = text.trim().slice(0, 600)
    cast({ level: next, ...(said !== '' && worrying.includes(next) ? { worry: said } : {}) })
  }
  return (
    <fieldset className={styles.levels} disabled={!canVote}>
      <legend className="visually-hidden">{t(`voices.vote.legend.${form}`)}</legend>
      {levels.map((one) => (
        <label key={one} className={styles.level}>
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === level}
            onChange={() => choose(one)}
            className={styles.radio}
          />
          <span>{t(`voices.level.${one}`)}</span>
        </label>
      ))}
      {level !== null && worrying.includes(level) && (
        <TextField
          multiline
          className={styles.worry}
          label={t(`voices.vote.words.${form}`)}
          hint={t(`voices.vote.wordsHint.${form}`)}
          maxLength={600}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            choose(level, event.target.value)
          }}
        />
      )}
      {level !== null && canVote && (
        <button type="button" className={styles.take} onClick={() => cast(null)}>
          {t('voices.vote.takeAllBack')}
        </button>
      )}
    </fieldset>
  )
}
