import { useEffect, useRef } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useEye } from '../../board-ui/eye.ts'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { whenCalm } from './calm.ts'
import { followPerson, lookRound } from './followed.ts'
import { useAttention } from './use-attention.ts'
import { useGuide } from './use-guide.ts'

/** Shows others where this wall looks while they follow it, and follows whoever guides this screen. */
export function useSharedSight(): void {
  useShownSight()
  useGuidedBoard()
  useGuidedSight()
}

function useShownSight(): void {
  const session = useSession()
  const { ui } = useBoardOnScreen()
  const eye = useEye(ui)
  const { lead } = useAttention()
  const isFollowed = useSessionValue(({ signals, me }) =>
    [...signals().values()].some(({ follows }) => follows === me.id),
  )
  const isShown = lead?.participant === session.me.id || isFollowed
  useEffect(() => {
    if (!isShown || !eye) return
    const show = () => {
      const { x, y, w, h } = eye.sight()
      session.signal({
        view: { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) },
      })
    }
    show()
    const stop = eye.onMove(show)
    return () => {
      stop()
      session.signal({ view: null })
    }
  }, [session, eye, isShown])
}

function useGuidedBoard(): void {
  const session = useSession()
  const goTo = useGoToBoard()
  const guide = useGuide()
  const { open } = useBoardOnScreen()
  const id = guide?.person.id
  const at = useSessionValue((all) => (id === undefined ? undefined : all.whereabouts().get(id)))
  const { lead } = useAttention()
  // A new lead is a new request, also to those who looked round by themselves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it began says which one it is
  useEffect(() => lookRound(0), [lead?.since])
  useEffect(
    () => session.signal({ follows: guide?.by === 'chosen' ? guide.person.id : null }),
    [session, guide],
  )
  const shown = useRef(open.entry.id)
  shown.current = open.entry.id
  useEffect(() => {
    if (at === undefined || at === shown.current) return
    return whenCalm(() => goTo(at))
  }, [at, goTo])
  // Led: whoever goes to another board is brought back. Chosen: going elsewhere ends it.
  useEffect(() => {
    if (!guide || at === undefined || open.entry.id === at) return
    const timer = setTimeout(() => {
      if (guide.by === 'led') whenCalm(() => goTo(at))
      else followPerson(null)
    }, 1_500)
    return () => clearTimeout(timer)
  }, [guide, at, open, goTo])
}

/** How long a led wall may be elsewhere before it is brought back. */
const patienceMs = 1_200

function useGuidedSight(): void {
  const { ui } = useBoardOnScreen()
  const eye = useEye(ui)
  const guide = useGuide()
  const id = guide?.person.id
  const by = guide?.by
  const view = useSessionValue((session) =>
    id === undefined ? null : (session.signals().get(id)?.view ?? null),
  )
  useEffect(() => {
    if (!eye || !view) return
    whenCalm(() => eye.look(view))
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = eye.onMove(() => {
      if (eye.isKept()) return
      if (by === 'chosen') return followPerson(null)
      clearTimeout(timer)
      timer = setTimeout(() => whenCalm(() => eye.look(view)), patienceMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [eye, view, by])
}
