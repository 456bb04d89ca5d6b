import type { Closed } from '@vispera/board'
import { Button } from '@vispera/ui'
import { ArrowRight, Lock } from 'lucide-react'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { usePlace } from '../use-agenda.ts'
import styles from './closed-line.module.css'

interface ClosedLineProps {
  readonly why: Closed
  /** What was begun before it closed. */
  readonly kept: string
}

/** In the composer's place: why nobody writes here now, and what becomes of words that were begun. */
export function ClosedLine({ why, kept }: ClosedLineProps) {
  const { t } = useWords()
  const place = usePlace()
  const session = useSession()
  const goTo = useGoToBoard()
  const board = session.stage()?.boards.find(({ id }) => id === place?.stage.board)
  const isElsewhere = why === 'other-board' && board !== undefined
  return (
    <div className={styles.line}>
      <Lock aria-hidden="true" />
      <div className={styles.words}>
        <p>{isElsewhere ? t('lead.closed.other-board', { board: board.title }) : t(`lead.closed.${why}`)}</p>
        {kept.trim() !== '' && (
          <p className={styles.kept}>
            {t('lead.closed.kept')} <q dir="auto">{kept.trim()}</q>
          </p>
        )}
      </div>
      {isElsewhere && (
        <Button variant="ink" onClick={() => goTo(board.id)}>
          {t('lead.goThere')}
          <ArrowRight className="mirrors" aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}
