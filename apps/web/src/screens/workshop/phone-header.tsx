import { type Stage, stageNow } from '@vispera/board'
import { ChevronDown } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../later/menu.tsx'
import { Part } from '../../later/part.tsx'
import { leadParts } from '../../lead/lead-parts.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { MainMenu } from './main-menu.tsx'
import styles from './phone-header.module.css'
import { SaveNote, useSaveWords } from './save-note.tsx'

interface PhoneHeaderProps {
  readonly stage: Stage
  readonly board: string
  readonly onShowBoard: (board: string) => void
}

/** On a phone: which board, of which workshop, and whether it is saved. */
export function PhoneHeader({ stage, board, onShowBoard }: PhoneHeaderProps) {
  const { t } = useWords()
  const { isCalm } = useSaveWords()
  const isRunning = useSessionValue((session) => stageNow(session.agenda()) !== null)
  const shown = stage.boards.find((entry) => entry.id === board)
  const entries = stage.boards.map((entry) => ({
    id: entry.id,
    label: entry.title,
    checked: entry.id === board,
    onSelect: () => onShowBoard(entry.id),
  }))
  const title = <span dir="auto">{shown?.title}</span>
  const boards =
    stage.boards.length > 1 ? (
      <Menu
        label={t('shell.allBoards')}
        variant="quiet"
        className={styles.boards}
        sections={[{ id: 'boards', entries }]}
      >
        {title}
        <ChevronDown aria-hidden="true" />
      </Menu>
    ) : (
      title
    )
  return (
    <>
      {isRunning ? (
        <Part
          of={leadParts.phoneBar}
          with={{ board: boards, menu: <MainMenu /> }}
          waiting={<header className={styles.header} />}
        />
      ) : (
        <header className={styles.header} data-region="">
          <div className={styles.where}>
            <h1>{boards}</h1>
            <p className={styles.workshop}>
              <span dir="auto">{stage.workshop.title}</span>
            </p>
          </div>
          {isCalm && <SaveNote className={styles.save} />}
          <MainMenu />
        </header>
      )}
      {/* A sentence that matters gets a line of its own. */}
      {!isCalm && (
        <p className={styles.strip}>
          <SaveNote />
        </p>
      )}
    </>
  )
}
