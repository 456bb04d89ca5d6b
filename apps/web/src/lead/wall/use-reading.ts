import { useEffect, useMemo, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { type Sight, useEye } from '../../board-ui/eye.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useOutline } from '../../outline/use-outline.ts'

/** A part shows at least this much of the board: larger letters than these help nobody. */
const least = { w: 760, h: 420 }
const headingRoom = 70
/** Notes that come in one after another move the wall once. */
const restMs = 1_200

/**
 * Reading the wall part by part, as the outline orders them: arrows, Space and the keys of presenters go on and
 * back, Escape and Home show all of it. Null while all of it is shown.
 */
export function useReading(): { number: number; count: number; name: string } | null {
  const { ui, open } = useBoardOnScreen()
  const { dir } = useWords()
  const eye = useEye(ui)
  const sections = useOutline()
  const parts = useMemo(() => sections.filter(({ notes }) => notes.length > 0), [sections])
  const [wanted, setWanted] = useState(-1)
  const at = Math.min(wanted, parts.length - 1)
  const part = parts[at]

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      const next = stepFor(event, at, parts.length, dir)
      if (next === null) return
      event.preventDefault()
      event.stopPropagation()
      setWanted(next)
    }
    // Before the wall itself takes the arrows for walking from note to note.
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [at, parts.length, dir])

  const key = part?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another part moves the wall
  useEffect(() => {
    if (!eye) return
    const frame = requestAnimationFrame(() => {
      const sight = part
        ? eye.round([...(part.headingNote ? [part.headingNote] : []), ...part.notes])
        : eye.whole()
      if (sight) eye.look(part ? withRoom(sight) : sight)
    })
    return () => cancelAnimationFrame(frame)
  }, [eye, key])
  // All of it stays all of it while people add to it.
  useEffect(() => {
    if (!eye || key !== undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = open.store.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => eye.isKept() && eye.look(eye.whole()), restMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [eye, key, open])
  return part ? { number: at + 1, count: parts.length, name: part.name ?? part.heading } : null
}

/** Where a key leads; null for keys that are not for reading. -1 is all of it. */
export function stepFor(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  at: number,
  count: number,
  dir: 'ltr' | 'rtl',
): number | null {
  const on = Math.min(at + 1, count - 1)
  const back = Math.max(at - 1, -1)
  switch (key) {
    case 'ArrowRight':
      return dir === 'rtl' ? back : on
    case 'ArrowLeft':
      return dir === 'rtl' ? on : back
    case ' ':
      return shiftKey ? back : on
    case 'ArrowDown':
    case 'PageDown':
      return on
    case 'ArrowUp':
    case 'PageUp':
      return back
    case 'Home':
    case 'Escape':
      return -1
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Round a part with its heading, and no nearer than reading needs. */
function withRoom({ x, y, w, h }: Sight): Sight {
  const wide = Math.max(w, least.w)
  const tall = Math.max(h + headingRoom, least.h)
  return { x: x - (wide - w) / 2, y: y - headingRoom - (tall - headingRoom - h) / 2, w: wide, h: tall }
}
