import { personColors } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { type Eye, useEye } from '../../board-ui/eye.ts'
import { isPreferred } from '../../session/preferences.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { OpenBoard } from '../../session/workshop-session.ts'
import { letterOf } from '../../surface/select/keys.ts'
import styles from './laser.module.css'

/** How long a trail is seen behind the point. */
const trailMs = 700

interface Spot {
  readonly at: readonly [number, number]
  readonly when: number
}

/** The light pointer: `P` held over the wall, or on a note that has the focus. A trail that fades by itself; nothing of it is kept. */
export function Laser() {
  const { open, ui } = useBoardOnScreen()
  const eye = useEye(ui)
  const session = useSession()
  const isProtected = useSessionValue((all) => all.stage()?.workshop.safety === 'protected')
  const canvas = useRef<HTMLCanvasElement>(null)
  const mayPoint = session.me.role !== 'observer' && session.me.role !== 'screen'
  useEffect(() => {
    if (!eye || isProtected || !canvas.current) return
    const light = lightOn(canvas.current, eye)
    const stopOthers = open.subscribe(() => light.showOthers(open))
    const stopMine = mayPoint ? pointWithKey(eye, open, light.showMine) : () => {}
    return () => {
      stopOthers()
      stopMine()
      light.stop()
    }
  }, [eye, open, isProtected, mayPoint])
  return <canvas ref={canvas} className={styles.light} data-light="" hidden />
}

/** While the key is down, moves of the pointer are shown to others; by keys alone, the note that has the focus. */
function pointWithKey(eye: Eye, open: OpenBoard, show: (at: readonly [number, number]) => void) {
  let isDown = false
  const lower = () => {
    if (isDown) open.setPresence({ laser: null })
    isDown = false
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (letterOf(event) !== 'p' || isPreferred('no-single-keys')) return
    if (
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, dialog, [role="menu"]')
    )
      return
    isDown = true
    const note = document.activeElement?.closest('[data-note-id]')
    if (note) pointAt(note)
  }
  // The key repeats while it is down: from one beat to the next the light has to move to stay lit.
  let beat = 0
  const pointAt = (note: Element) => {
    const { x, y, width, height } = note.getBoundingClientRect()
    beat = 1 - beat
    point({ clientX: x + width / 2 + 2 * beat, clientY: y + height / 2 })
  }
  const point = (page: { readonly clientX: number; readonly clientY: number }) => {
    const [x, y] = eye.toBoard(page)
    const at = [Math.round(x), Math.round(y)] as const
    show(at)
    open.setPresence({ laser: at })
  }
  const onUp = (event: KeyboardEvent) => {
    if (letterOf(event) === 'p') lower()
  }
  const onMove = (event: PointerEvent) => {
    if (isDown) point(event)
  }
  addEventListener('keydown', onKey)
  addEventListener('keyup', onUp)
  addEventListener('blur', lower)
  addEventListener('pointermove', onMove)
  return () => {
    lower()
    removeEventListener('keydown', onKey)
    removeEventListener('keyup', onUp)
    removeEventListener('blur', lower)
    removeEventListener('pointermove', onMove)
  }
}

/** Draws trails for as long as there are any. */
function lightOn(canvas: HTMLCanvasElement, eye: Eye) {
  const trails = new Map<number | 'mine', { color: string; spots: Spot[] }>()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  let frame = 0
  const draw = () => {
    frame = 0
    const now = performance.now()
    const ratio = devicePixelRatio
    canvas.width = innerWidth * ratio
    canvas.height = innerHeight * ratio
    const pen = canvas.getContext('2d')
    if (!pen) return
    pen.scale(ratio, ratio)
    pen.lineCap = 'round'
    for (const [id, trail] of trails) {
      trail.spots = trail.spots.filter(({ when }) => now - when < trailMs)
      if (trail.spots.length === 0) trails.delete(id)
      else paint(pen, trail, now)
    }
    canvas.hidden = trails.size === 0
    if (trails.size > 0) frame = requestAnimationFrame(draw)
  }
  const paint = (
    pen: CanvasRenderingContext2D,
    { color, spots }: { color: string; spots: Spot[] },
    now: number,
  ) => {
    pen.strokeStyle = color
    pen.fillStyle = color
    const points = spots.map(({ at, when }) => ({ at: eye.toPage(at), left: 1 - (now - when) / trailMs }))
    const last = points.at(-1)
    if (!isStill) {
      points.slice(1).forEach(({ at, left }, index) => {
        const from = points[index]?.at ?? at
        pen.globalAlpha = left * 0.7
        pen.lineWidth = 2 + left * 6
        pen.beginPath()
        pen.moveTo(from[0], from[1])
        pen.lineTo(at[0], at[1])
        pen.stroke()
      })
    }
    if (!last) return
    pen.globalAlpha = Math.min(1, last.left * 2)
    pen.beginPath()
    pen.arc(last.at[0], last.at[1], 8, 0, 2 * Math.PI)
    pen.fill()
  }
  const add = (id: number | 'mine', color: string, at: readonly [number, number]) => {
    const trail = trails.get(id) ?? { color, spots: [] }
    const before = trail.spots.at(-1)?.at
    if (before && before[0] === at[0] && before[1] === at[1]) return
    trail.spots.push({ at, when: performance.now() })
    trails.set(id, trail)
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const inkOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name)
  return {
    showMine: (at: readonly [number, number]) => add('mine', inkOf('--red'), at),
    showOthers(open: OpenBoard) {
      for (const { client, person, laser } of open.others())
        if (laser) add(client, inkOf(`--person-${personColors[person.color] ?? 1}`), laser)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}
