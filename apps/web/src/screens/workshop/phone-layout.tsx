import { useState } from 'react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { Composer } from '../../composer/composer.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { NoteDetails } from '../../note/note-details.tsx'
import { useSession } from '../../session/session-context.ts'
import { BoardArea } from './board-area.tsx'
import { panels } from './layouts.ts'
import { PhoneHeader } from './phone-header.tsx'
import styles from './phone-layout.module.css'
import { PhoneNav, type PhoneTab, phoneTabs } from './phone-nav.tsx'
import type { LayoutProps } from './workshop.tsx'

const nothing = {}

/** A phone: one thing at a time, the four places at the thumb, the composer above them. */
export function PhoneLayout({ stage, onShowBoard, isPeopleOpen, onPeople }: LayoutProps) {
  const { t } = useWords()
  const canWrite = useSession().canWrite()
  const { open, ui } = useBoardOnScreen()
  const view = useBoardUi((state) => state.view)
  const [isWriting, setWriting] = useState(false)
  const current: PhoneTab = isPeopleOpen
    ? 'people'
    : isWriting
      ? 'write'
      : view === 'outline'
        ? 'outline'
        : 'board'
  const go = (tab: PhoneTab) => {
    onPeople(tab === 'people')
    if (tab === 'people') return
    setWriting(tab === 'write')
    if (tab !== 'write') ui.set({ view: tab === 'board' ? 'surface' : 'outline' })
  }
  return (
    <div className={styles.workshop}>
      <PhoneHeader stage={stage} board={open.entry.id} onShowBoard={onShowBoard} />
      <div className={styles.middle}>
        <BoardArea
          key={open.entry.id}
          {...(isWriting ? { instead: <Part of={panels.write} with={nothing} /> } : {})}
        />
        {canWrite && (
          <section
            id="composer"
            className={styles.composer}
            data-region=""
            aria-label={t('shell.region.composer')}
          >
            <Composer />
          </section>
        )}
        <div className={styles.sheet} data-region="">
          {isPeopleOpen && <Part of={panels.people} with={{ stage, onClose: () => onPeople(false) }} />}
          <NoteDetails />
        </div>
      </div>
      <PhoneNav
        tabs={canWrite ? phoneTabs : phoneTabs.filter((tab) => tab !== 'write')}
        current={current}
        onGo={go}
      />
    </div>
  )
}
