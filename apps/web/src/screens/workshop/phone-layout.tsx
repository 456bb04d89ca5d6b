import { mayWrite, stageNow } from '@vispera/board'
import { classes } from '@vispera/ui'
import { useEffect, useState } from 'react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { Composer } from '../../composer/composer.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { leadParts } from '../../lead/lead-parts.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useAsked, voices } from '../../voices/voices.ts'
import { BoardArea } from './board-area.tsx'
import { panels } from './layouts.ts'
import { PhoneHeader } from './phone-header.tsx'
import styles from './phone-layout.module.css'
import { PhoneNav, type PhoneTab, phoneTabs } from './phone-nav.tsx'
import { Side } from './side.tsx'
import { useSidePanel } from './side-panel.ts'
import type { LayoutProps } from './workshop.tsx'

const nothing = {}

/** A phone: one thing at a time, the four places at the thumb, the composer above them. */
export function PhoneLayout({ stage, onShowBoard }: LayoutProps) {
  const { t } = useWords()
  const writes = mayWrite(useSession().me.role)
  const side = useSidePanel()
  const isRunning = useSessionValue((session) => stageNow(session.agenda()) !== null)
  const { open, ui } = useBoardOnScreen()
  const view = useBoardUi((state) => state.view)
  const asked = useAsked()
  const [isWriting, setWriting] = useState(asked !== null)
  // What the stage asks for comes to the front once; people may look elsewhere meanwhile.
  useEffect(() => setWriting(asked !== null), [asked])
  const current: PhoneTab =
    side.shown === 'people' ? 'people' : isWriting ? 'write' : view === 'outline' ? 'outline' : 'board'
  const go = (tab: PhoneTab) => {
    side.show(tab === 'people' ? 'people' : null)
    if (tab === 'people') return
    setWriting(tab === 'write')
    if (tab !== 'write') ui.set({ view: tab === 'board' ? 'surface' : 'outline' })
  }
  return (
    <div className={styles.workshop}>
      <PhoneHeader stage={stage} board={open.entry.id} onShowBoard={onShowBoard} />
      {isRunning && !isWriting && <Part of={leadParts.phonePrompt} with={nothing} />}
      <div className={styles.middle}>
        <BoardArea
          key={open.entry.id}
          {...(isWriting
            ? { instead: <Part of={asked ? voices.phone : panels.write} with={nothing} /> }
            : {})}
        />
        {!(isWriting && asked === 'choose') && (
          <section
            id="composer"
            className={classes(styles.composer, isWriting && asked === 'write' && styles.alone)}
            data-region=""
            aria-label={t('shell.region.composer')}
          >
            {isWriting && asked === 'write' ? <Part of={voices.foot} with={nothing} /> : <Composer />}
          </section>
        )}
        <div className={styles.sheet} data-region="">
          <Side stage={stage} />
        </div>
      </div>
      <PhoneNav
        tabs={writes || asked ? phoneTabs : phoneTabs.filter((tab) => tab !== 'write')}
        current={current}
        asked={asked}
        onGo={go}
      />
    </div>
  )
}
