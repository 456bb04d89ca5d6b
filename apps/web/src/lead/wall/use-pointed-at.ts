import { useEffect, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useEye } from '../../board-ui/eye.ts'
import { useSession } from '../../session/session-context.ts'
import { useAttention } from '../attention/use-attention.ts'

/** How long the wall shows what somebody points at. */
const shownMs = 20_000

/** "Look here": the wall goes there and frames it for a moment. */
export function usePointedAt(): boolean {
  const session = useSession()
  const { look } = useAttention()
  const { open, ui } = useBoardOnScreen()
  const eye = useEye(ui)
  const [pointed, setPointed] = useState<string | null>(null)
  const id = look?.id ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new one is the only reason
  useEffect(() => {
    if (!eye || !look || look.board !== open.entry.id) return setPointed(null)
    const leftMs = look.at + shownMs - session.serverNow()
    const { area } = look
    const sight = area ? { x: area.x, y: area.y, w: area.width, h: area.height } : eye.round(look.notes ?? [])
    if (leftMs <= 0 || !sight) return setPointed(null)
    eye.look(sight)
    setPointed(look.id)
    const timer = setTimeout(() => setPointed(null), leftMs)
    return () => clearTimeout(timer)
  }, [eye, id, open])
  return pointed !== null && pointed === id
}
