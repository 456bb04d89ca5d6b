import { agreementHint, type Vote } from '@vispera/board'
import { shortWords } from '../../actions/action-context.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useBoardArrival, useOpenBoard } from '../../screens/workshop/use-open-board.ts'
import { nameOf as nameOfOption } from './option-words.ts'
import { resultLines } from './results.ts'
import { useOptions } from './use-votes.ts'
import styles from './vote-result.module.css'

/** What a vote said: totals or only the order, how many voices, and the worries. It advises. */
export function VoteResult({ vote }: { vote: Vote }) {
  const words = useWords()
  const { t, number } = words
  const { nameOf, goTo } = useWhatWasVotedOn(vote)
  const { result } = vote
  if (vote.state === 'talk') return <p className={styles.said}>{t('voices.result.talk')}</p>
  if (!result) return null
  const lines = resultLines(vote)
  const isLevel = vote.form === 'agreement' || vote.form === 'resonance'
  const hint = vote.form === 'agreement' ? agreementHint(result) : null
  const most = Math.max(1, ...lines.map(({ value }) => value))
  return (
    <div className={styles.result}>
      {lines.length === 0 && (
        <p className={styles.said}>
          {t(vote.form === 'shaky' ? 'voices.result.noFlags' : 'voices.result.none')}
        </p>
      )}
      <ol className={styles.lines}>
        {lines.map(({ id, value }) => (
          <li key={id} className={styles.line}>
            <span className={styles.value}>
              {result.isOrderOnly ? t('voices.result.rank', { rank: value }) : number(value)}
            </span>
            <span className={styles.words}>
              {isLevel ? (
                t(`voices.level.${id}`)
              ) : (
                <button type="button" className={styles.go} onClick={() => goTo(id)} dir="auto">
                  {nameOf(id)}
                </button>
              )}
              {!result.isOrderOnly && (
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
      {hint !== null && <p className={styles.limited}>{t(`voices.result.hint.${hint}`)}</p>}
      {result.isOrderOnly && <p className={styles.limited}>{t('voices.result.orderOnly')}</p>}
      <p className={styles.facts}>
        {[
          t('voices.result.ballots', { count: result.ballots }),
          ...(result.byHand > 0 ? [t('voices.result.byHand', { count: result.byHand })] : []),
          ...(result.missing > 0 ? [t('voices.result.missing', { count: result.missing })] : []),
        ].join(' · ')}
      </p>
      {(result.worries?.length ?? 0) > 0 && (
        <>
          <h3 className={styles.heading}>
            {t(`voices.result.words.${vote.form === 'resonance' ? 'resonance' : 'agreement'}`)}
          </h3>
          <ul className={styles.worries}>
            {result.worries?.map((worry) => (
              <li key={worry} dir="auto">
                {worry}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** What an option is called, also when it is on another board or gone, and the way to it. */
function useWhatWasVotedOn(vote: Vote): { nameOf: (id: string) => string; goTo: (id: string) => void } {
  const words = useWords()
  const { open, ui } = useBoardOnScreen()
  const goToBoard = useGoToBoard()
  const isElsewhere = vote.board !== null && vote.board !== open.entry.id
  const elsewhere = useOpenBoard(isElsewhere ? vote.board : null)
  // Drawn again when the other board has arrived.
  useBoardArrival(elsewhere)
  const options = useOptions(vote)
  const { store } = elsewhere ?? open
  return {
    nameOf(id) {
      const option = options?.find((one) => one.id === id)
      if (option) return nameOfOption(option, words)
      const note = store.note(id)
      if (note) return shortWords(note, words.t)
      const link = store.board((elsewhere ?? open).entry).links.find((one) => one.id === id)
      const ends = [link?.from, link?.to].map((end) => store.note(end ?? ''))
      return link && ends[0] && ends[1]
        ? words.t('voices.vote.link', {
            from: shortWords(ends[0], words.t, 50),
            to: shortWords(ends[1], words.t, 50),
          })
        : words.t('voices.result.gone')
    },
    goTo: (id) => (isElsewhere && vote.board !== null ? goToBoard(vote.board, id) : ui.reveal(id)),
  }
}
