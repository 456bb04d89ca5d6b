import type { Stage } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { MainArea } from '../shared/main-area.tsx'
import styles from './board-area.module.css'
import { useOverlay } from './overlays.tsx'

/** A workshop without a board to show: still opening, none made yet, or of a kind that this version lacks. */
export function NoBoard({ stage, isOpening }: { stage: Stage; isOpening: boolean }) {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  if (isOpening) {
    return (
      <MainArea id="board" isReady={false} className={styles.area}>
        <p className={styles.opening} role="status">
          {t('shell.opening')}
        </p>
      </MainArea>
    )
  }
  const isEmpty = stage.boards.length === 0
  return (
    <MainArea id="board" isReady className={styles.area}>
      <div className={styles.refusal}>
        <h1>{t(isEmpty ? 'shell.noBoard' : 'shell.unknownKind')}</h1>
        <p>{t(isEmpty ? 'shell.noBoard.do' : 'shell.unknownKind.do')}</p>
        {session.canLead() && (
          <p>
            <Button variant="ink" onClick={() => open('add-board')}>
              {t('shell.addBoard')}
            </Button>
          </p>
        )}
      </div>
    </MainArea>
  )
}
