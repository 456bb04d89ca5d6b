import { type BoardEntry, stageNow } from '@vispera/board'
import { Button } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { useStands } from '../../later/warm-up.ts'
import { leadParts } from '../../lead/lead-parts.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { Clamped } from './clamped.tsx'
import { useOverlay } from './overlays.tsx'
import styles from './stage-bar.module.css'

const nothing = {}

/** Where we are: the stage of the agenda while one runs, else what this board is and what it is for. */
export function StageBar({ board }: { board: BoardEntry }) {
  const isRunning = useSessionValue((session) => stageNow(session.agenda()) !== null)
  // The bar's height is kept while its code comes: nothing on the wall may jump.
  if (isRunning) return <Part of={leadParts.bar} with={nothing} waiting={<div className={styles.bar} />} />
  return <BoardBar board={board} />
}

function BoardBar({ board }: { board: BoardEntry }) {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  const stands = useStands()
  const hasAgenda = useSessionValue(({ agenda }) => agenda().stages.length > 0)
  return (
    <section className={styles.bar} aria-label={t('shell.boardHeading')} data-region="">
      <div className={styles.name}>
        <h1 dir="auto">{board.title}</h1>
        <p>{t(`${board.kind}.name`)}</p>
      </div>
      <Clamped key={board.id} className={styles.purpose}>
        {t(`${board.kind}.purpose`)}
      </Clamped>
      {hasAgenda && stands && <Part of={leadParts.offer} with={nothing} />}
      {session.canLead() && !hasAgenda && (
        <Button onClick={() => open('add-board')}>
          <Plus aria-hidden="true" />
          {t('shell.addBoard')}
        </Button>
      )}
    </section>
  )
}
