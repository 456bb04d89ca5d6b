import type { Stage } from '@vispera/board'
import { Button, Logo } from '@vispera/ui'
import { QrCode } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { BoardTabs } from './board-tabs.tsx'
import { MainMenu } from './main-menu.tsx'
import { useOverlay } from './overlays.tsx'
import { PeopleButton } from './people-button.tsx'
import { SaveNote } from './save-note.tsx'
import styles from './top-bar.module.css'
import { useInvitation } from './use-invitation.ts'

interface TopBarProps {
  readonly stage: Stage
  readonly board: string
  readonly onShowBoard: (board: string) => void
}

/** Where we are, which board, whether it is saved, who is here, how others get in, and everything else. */
export function TopBar({ stage, board, onShowBoard }: TopBarProps) {
  return (
    <header className={styles.bar} data-region="">
      <Logo className={styles.logo} />
      <p className={styles.title} title={stage.workshop.title}>
        <bdi>{stage.workshop.title}</bdi>
      </p>
      <BoardTabs boards={stage.boards} shown={board} onShow={onShowBoard} />
      <span className={styles.gap} />
      <SaveNote className={styles.save} />
      <PeopleButton />
      <InviteButton />
      <MainMenu />
    </header>
  )
}

function InviteButton() {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  const invitation = useInvitation()
  const code = invitation?.code
  // Who only looks on has nothing to hand on.
  if (!code && !(invitation?.links ?? session.links).participant && !session.canWrite()) return null
  return (
    <Button
      className={styles.code}
      aria-label={code ? t('shell.invite.withCode', { code: spelled(code) }) : undefined}
      onClick={() => open('share')}
    >
      <QrCode aria-hidden="true" />
      <span>{code ?? t('shell.invite')}</span>
    </Button>
  )
}

/** Letter by letter, so that a reader does not make a word of it. */
export const spelled = (code: string): string => [...code].join(' ')
