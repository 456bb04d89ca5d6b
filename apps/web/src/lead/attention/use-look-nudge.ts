import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { type Sight, useEye } from '../../board-ui/eye.ts'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useAttention } from './use-attention.ts'

/** A "look here" from longer ago is no news to whoever comes in. */
const freshMs = 60_000

/** "Look here": a nudge with the way there, which everybody may ignore. */
export function useLookNudge(): void {
  const { t } = useWords()
  const toast = useToast()
  const session = useSession()
  const goTo = useGoToBoard()
  const { look } = useAttention()
  const { open, ui } = useBoardOnScreen()
  const eye = useEye(ui)
  const wanted = useRef<{ board: string; sight: Sight } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new nudge is the only reason
  useEffect(() => {
    if (!look || session.serverNow() - look.at > freshMs || isMine(look.id)) return
    const { board, notes, area } = look
    const onGo = () => {
      wanted.current = area ? { board, sight: { x: area.x, y: area.y, w: area.width, h: area.height } } : null
      goTo(board, notes?.[0])
      if (board === open.entry.id && wanted.current && eye) {
        eye.look(wanted.current.sight)
        wanted.current = null
      }
    }
    toast({
      message: t('lead.look.here'),
      action: { label: t('lead.goThere'), onAction: onGo },
      staysMs: 20_000,
      sort: 'look-here',
    })
  }, [look?.id])

  // The wall of another board has to be there before it can look anywhere.
  useEffect(() => {
    const { current } = wanted
    if (!eye || current?.board !== open.entry.id) return
    wanted.current = null
    const frame = requestAnimationFrame(() => eye.look(current.sight))
    return () => cancelAnimationFrame(frame)
  }, [eye, open])
}

const mine = new Set<string>()
/** Remembers a nudge of this page's own: nobody nudges themselves. */
export const keepAsMine = (id: unknown): void => void (typeof id === 'string' && mine.add(id))
const isMine = (id: string) => mine.has(id)
