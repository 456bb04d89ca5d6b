import { type ReactNode, useRef } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MainArea } from '../../screens/shared/main-area.tsx'
import { firstSentence } from '../../screens/workshop/write-view.tsx'
import { faceDownNow } from '../../voices/voices.ts'
import { useOpenVote } from '../../voices/votes/use-votes.ts'
import type { PlaceInAgenda } from '../plan.ts'
import { doingIn, promptOf } from '../stage-words.ts'
import { CardsFaceDown } from './cards-face-down.tsx'
import { useFit } from './use-fit.ts'
import styles from './wall-view.module.css'

/** What is asked, as large as it fits, and how many cards lie face down. */
export function WallPrompt({ place, join }: { place: PlaceInAgenda; join: ReactNode }) {
  const { t } = useWords()
  const [question, rest] = useQuestion(place)
  const heading = useRef<HTMLHeadingElement>(null)
  useFit(heading, question)
  return (
    <MainArea id="board" isReady className={styles.plain} aria-label={t('lead.bar')}>
      <div className={styles.page}>
        <div className={styles.prompt}>
          <h2 ref={heading} dir="auto">
            {question}
          </h2>
          {rest !== '' && <p dir="auto">{rest}</p>}
        </div>
        <div className={styles.foot}>
          <CardsFaceDown count={faceDownNow(place)} />
          {join}
        </div>
      </div>
    </MainArea>
  )
}

/** What is asked, and what else is said: while people write, the question of the place that it is for. */
function useQuestion({ stage }: PlaceInAgenda): [first: string, rest: string] {
  const words = useWords()
  const { kind } = useBoardOnScreen()
  const vote = useOpenVote()
  const prompt = promptOf(stage, words)
  if (vote && vote.question.trim() !== '') return [vote.question, prompt === vote.question ? '' : prompt]
  const zone = kind.zones.find((one) => one.holds === 'main') ?? kind.zones[0]
  const isOwn = stage.prompt !== undefined || doingIn(stage) !== 'drafts' || !zone
  if (isOwn) return firstSentence(prompt || words.t(`stage.${stage.kind}`), words.locale)
  const [first, rest] = firstSentence(words.t(`${kind.id}.zone.${zone.id}.prompt`), words.locale)
  return [first, [rest, prompt].filter((one) => one !== '').join(' ')]
}
