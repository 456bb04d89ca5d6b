import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { announce } from '../../actions/announcer.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ownKeys } from '../../session/own-keys.ts'
import { useSession } from '../../session/session-context.ts'
import { turnOver } from './turn-over.ts'

/** Notes that come together as a reveal turn over, and somebody says how many; a note of mine set aside says so. */
export function useRevealNews(onOwn: (noteId: string) => void): void {
  const { t } = useWords()
  const toast = useToast()
  const session = useSession()
  const { open } = useBoardOnScreen()
  const latest = useRef({ t, toast, onOwn })
  latest.current = { t, toast, onOwn }
  useEffect(() => {
    let known = new Set(open.store.notes().keys())
    const told = new Set<string>()
    const look = () => {
      const { t, toast, onOwn } = latest.current
      const keys = ownKeys(session.workshop)
      const fresh: string[] = []
      for (const [id, note] of open.store.notes()) {
        // Only notes that were written alone have a key: what others add one by one is no news.
        if (!known.has(id) && note.withdrawKey !== undefined && open.isReady()) fresh.push(id)
        const isSetAside = note.state === 'hidden-for-care' && keys.has(note.withdrawKey ?? '')
        if (isSetAside && !told.has(id)) {
          told.add(id)
          toast({
            message: t('voices.care.yours'),
            staysMs: 60_000,
            action: { label: t('voices.care.read'), onAction: () => onOwn(id) },
          })
        }
      }
      known = new Set(open.store.notes().keys())
      if (fresh.length === 0) return
      announce(t('voices.reveal.said', { count: fresh.length }))
      turnOver(fresh)
    }
    look()
    return open.store.subscribe(look)
  }, [open, session])
}
