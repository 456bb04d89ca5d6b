import type { BoardEntry } from '@vispera/board'
import { Button } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { Clamped } from './clamped.tsx'
import { useOverlay } from './overlays.tsx'
import styles from './stage-bar.module.css'

/** What this board is and what it is for. The place where a stage of the agenda stands. */
export function StageBar({ board }: { board: BoardEntry }) {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  return (
    <section className={styles.bar} aria-label={t('shell.boardHeading')}>
      <div className={styles.name}>
        <h1 dir="auto">{board.title}</h1>
        <p>{t(`${board.kind}.name`)}</p>
      </div>
      <Clamped key={board.id} className={styles.purpose}>
        {t(`${board.kind}.purpose`)}
      </Clamped>
      {session.canLead() && (
        <Button onClick={() => open('add-board')}>
          <Plus aria-hidden="true" />
          {t('shell.addBoard')}
        </Button>
      )}
    </section>
  )
}
