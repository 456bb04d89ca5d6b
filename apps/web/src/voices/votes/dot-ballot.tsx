import type { Vote } from '@vispera/board'
import { classes, IconButton } from '@vispera/ui'
import { Minus, Plus } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './dot-ballot.module.css'
import { nameOf, wordsOf } from './option-words.ts'
import type { Option } from './options.ts'
import { useDots } from './use-ballot.ts'

/** Dots to give: the whole row is the target. */
export function DotBallot({ vote, options }: { vote: Vote; options: readonly Option[] }) {
  const words = useWords()
  const { t, number } = words
  const { all, left, most, mine, press, takeBack, canVote } = useDots(vote, options.length)
  if (options.length === 0) return <p className={styles.nothing}>{t('voices.vote.nothing')}</p>
  const form = vote.form === 'shaky' ? 'shaky' : 'dots'
  if (!canVote) return <Choices options={options} />
  return (
    <>
      <p className={styles.left} role="status">
        <span className={styles.purse} aria-hidden="true">
          {Array.from({ length: all }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one dot is like another
            <span key={at} className={at < all - left ? styles.given : styles.own} />
          ))}
        </span>
        <strong>{t('voices.vote.left', { count: left })}</strong>
        <span className={styles.how}>
          {t(most > 1 ? 'voices.vote.howSeveral' : `voices.vote.how.${form}`, { count: most })}
        </span>
      </p>
      <ul className={styles.rows}>
        {options.map((option) => {
          const { name, more } = wordsOf(option, words)
          const count = mine(option.id)
          return (
            <li key={option.id} className={styles.row}>
              <button
                type="button"
                className={styles.target}
                aria-pressed={count > 0}
                onClick={() => press(option.id)}
              >
                <span className={styles.words}>
                  <span className={option.of === 'note' ? styles.note : styles.name} dir="auto">
                    {name}
                  </span>
                  {more !== '' && (
                    <span className={styles.more} dir="auto">
                      {more}
                    </span>
                  )}
                  {count > 0 && (
                    <span className="visually-hidden">{t(`voices.vote.mine.${form}`, { count })}</span>
                  )}
                </span>
                <span className={classes(styles.dot, count > 0 && styles.filled)} aria-hidden="true">
                  {count > 1 ? number(count) : count === 1 ? '' : <Plus />}
                </span>
              </button>
              {most > 1 && count > 0 && (
                <IconButton
                  label={t('voices.vote.takeBack', { name: nameOf(option, words) })}
                  onClick={() => takeBack(option.id)}
                >
                  <Minus aria-hidden="true" />
                </IconButton>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What there is to choose from, for somebody who only looks on: nothing looks as if it could be pressed. */
function Choices({ options }: { options: readonly Option[] }) {
  const words = useWords()
  return (
    <ul className={styles.rows}>
      {options.map((option) => {
        const { name, more } = wordsOf(option, words)
        return (
          <li key={option.id} className={classes(styles.row, styles.still)}>
            <span className={styles.words}>
              <span className={option.of === 'note' ? styles.note : styles.name} dir="auto">
                {name}
              </span>
              {more !== '' && (
                <span className={styles.more} dir="auto">
                  {more}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
