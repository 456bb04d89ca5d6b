import { mayWrite } from '@vispera/board'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { Composer } from '../../composer/composer.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { useSession } from '../../session/session-context.ts'
import { useAsked, useWritesBesideCards, voices } from '../../voices/voices.ts'
import { BoardArea } from './board-area.tsx'
import { Side } from './side.tsx'
import { StageBar } from './stage-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewSwitch } from './view-switch.tsx'
import styles from './wide-layout.module.css'
import type { LayoutProps } from './workshop.tsx'

const nothing = {}

/** Tablets and wider: bars above, the wall, its tools on it, and room for one panel at the side. */
export function WideLayout({ stage, onShowBoard }: LayoutProps) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const { entry } = open
  const writes = mayWrite(useSession().me.role)
  const asked = useAsked()
  const writesToo = useWritesBesideCards()
  const isTray = asked === 'write' || asked === 'reveal'
  const hasComposer = !isTray || (asked === 'reveal' && writesToo)
  return (
    <div className={styles.workshop}>
      <TopBar stage={stage} board={entry.id} onShowBoard={onShowBoard} />
      <StageBar board={entry} />
      <div className={styles.rest}>
        <div className={styles.wall}>
          <BoardArea key={entry.id} />
          <section className={styles.switch} data-region="" aria-label={t('shell.view')}>
            <ViewSwitch />
          </section>
          {hasComposer && (
            <section
              id="composer"
              className={styles.composer}
              data-region=""
              aria-label={t('shell.region.composer')}
            >
              {writes && asked === 'choose' ? <Part of={voices.foot} with={nothing} /> : <Composer />}
            </section>
          )}
        </div>
        <div className={styles.side} data-region="">
          <Side stage={stage} />
        </div>
      </div>
      {isTray && (
        <section
          {...(hasComposer ? {} : { id: 'composer' })}
          className={styles.tray}
          data-region=""
          aria-label={t(asked === 'write' ? 'shell.region.composer' : 'shell.phone.cards')}
        >
          <Part of={voices.foot} with={nothing} />
        </section>
      )}
    </div>
  )
}
