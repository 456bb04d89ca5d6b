import { useEffect, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { OpenBoard } from '../../session/workshop-session.ts'

/** Holds one board open while its view is on screen; null until the workshop lists it. */
export function useOpenBoard(id: string | null): OpenBoard | null {
  const session = useSession()
  const isListed = useSessionValue(({ stage }) => stage()?.boards.some((board) => board.id === id) ?? false)
  const [open, setOpen] = useState<OpenBoard | null>(null)
  useEffect(() => {
    if (id === null || !isListed) return setOpen(null)
    const held = session.openBoard(id)
    setOpen(held?.board ?? null)
    return held?.release
  }, [session, id, isListed])
  return open
}

const never = () => () => {}

/** Whether the board's content has arrived, and why it never will. */
export function useBoardArrival(open: OpenBoard | null) {
  const subscribe = open?.subscribe ?? never
  return {
    isReady: useSyncExternalStore(subscribe, () => open?.isReady() ?? false),
    refusal: useSyncExternalStore(subscribe, () => open?.refusal() ?? null),
  }
}
