import type { Vote } from '@vispera/board'
import type { ReactNode } from 'react'
import { shortWords } from '../../actions/action-context.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MainArea } from '../../screens/shared/main-area.tsx'
import { useQuestion } from '../../voices/votes/ballot.tsx'
import { wordsOf } from '../../voices/votes/option-words.ts'
import { resultLines } from '../../voices/votes/results.ts'
import { useOptions } from '../../voices/votes/use-votes.ts'
import styles from './wall-result.module.css'
import page from './wall-view.module.css'

/** Lines that can be read from the last row. */
const mostLines = 8

/** What a vote said, large: totals or only the order, never who. */
export function WallResult({ vote, join }: { vote: Vote; join: ReactNode }) {
  const words = useWords()
  const { t, number } = words
  const question = useQuestion(vote)
  const { open } = useBoardOnScreen()
  const options = useOptions(vote)
  const { result } = vote
  const isLevel = vote.form === 'agreement' || vote.form === 'resonance'
  const nameOf = (id: string) => {
    if (isLevel) return t(`voices.level.${id}`)
    const option = options?.find((one) => one.id === id)
    if (option) return wordsOf(option, words).name
    const note = open.store.note(id)
    return note ? shortWords(note, t, 120) : t('voices.result.gone')
  }
  const lines = resultLines(vote).slice(0, mostLines)
  const most = Math.max(1, ...lines.map(({ value }) => value))
  return (
    <MainArea id="board" isReady className={page.plain} aria-label={question}>
      <div className={page.page}>
        <h2 className={styles.question} dir="auto">
          {question}
        </h2>
        <ol className={styles.lines}>
          {lines.map(({ id, value }) => (
            <li key={id} className={styles.line}>
              <span className={styles.value}>
                {result?.isOrderOnly ? t('voices.result.rank', { rank: value }) : number(value)}
              </span>
              <span className={styles.words}>
                <span dir="auto">{nameOf(id)}</span>
                {!result?.isOrderOnly && (
                  <span
                    className={styles.bar}
                    style={{ inlineSize: `${(value / most) * 100}%` }}
                    aria-hidden="true"
                  />
                )}
              </span>
            </li>
          ))}
        </ol>
        <div className={page.foot}>
          <p className={styles.facts}>
            {vote.state === 'talk'
              ? t('voices.result.talk')
              : result?.isOrderOnly && t('voices.result.orderOnly')}
          </p>
          {join}
        </div>
      </div>
    </MainArea>
  )
}
