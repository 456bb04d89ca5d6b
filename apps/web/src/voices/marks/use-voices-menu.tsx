import { mayWrite } from '@vispera/board'
import { type MenuEntry, type MenuSection, useToast } from '@vispera/ui'
import { EyeOff, Heart, PenLine } from 'lucide-react'
import { useCallback } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import { ownKeys } from '../../session/own-keys.ts'
import { useSession } from '../../session/session-context.ts'
import { useHearts, useIsGallery } from '../care/use-heart.ts'

/** What a note's menu offers beside the rest: my own note, a heart, and care. */
export function useVoicesMenu(onOwn: (noteId: string) => void): (noteId: string) => readonly MenuSection[] {
  const { t } = useWords()
  const session = useSession()
  const { open } = useBoardOnScreen()
  const { say } = useLead()
  const toast = useToast()
  const isGallery = useIsGallery()
  const { isMine, toggle } = useHearts()
  return useCallback(
    (noteId) => {
      const note = open.store.note(noteId)
      const { role } = session.me
      const entries: MenuEntry[] = []
      if (note?.withdrawKey !== undefined && ownKeys(session.workshop).has(note.withdrawKey)) {
        entries.push({
          id: 'own',
          label: t('voices.menu.own'),
          icon: <PenLine />,
          onSelect: () => onOwn(noteId),
        })
      }
      if (isGallery && mayWrite(role)) {
        entries.push({
          id: 'heart',
          label: t('voices.mark.heart'),
          icon: <Heart />,
          checked: isMine(noteId),
          onSelect: () => void toggle(noteId),
        })
      }
      if (session.canLead() || role === 'safety-keeper') {
        entries.push({
          id: 'hide',
          label: t('voices.menu.hide'),
          icon: <EyeOff />,
          onSelect: async () => {
            const answer = await say('hide-note', { board: open.entry.id, note: noteId })
            if (!answer) return
            toast({
              message: t('voices.care.hidden'),
              action: {
                label: t('voices.undo'),
                onAction: () => void say('show-note', { board: open.entry.id, note: noteId }),
              },
            })
          },
        })
      }
      return entries.length === 0 ? [] : [{ id: 'voices', entries }]
    },
    [open, session, t, say, toast, isGallery, isMine, toggle, onOwn],
  )
}
