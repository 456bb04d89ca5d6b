import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { bringBack } from '../board-ui/bring-back.ts'
import type { OutlineSection } from './sections/section.ts'

interface Wanted {
  readonly section: string
  readonly index: number
  readonly note: string
}

/**
 * Keeps the focus where people expect it: a revealed note is brought into sight and focused, even from behind
 * "more"; when the focused note goes away, the next one takes over. Answers the note that must be drawn.
 */
export function useOutlineFocus(
  root: RefObject<HTMLElement | null>,
  sections: readonly OutlineSection[],
): Wanted | null {
  const { ui, open, kind } = useBoardOnScreen()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const latest = useRef(sections)
  latest.current = sections
  const last = useRef<{ id: string; next: readonly string[] } | null>(null)

  useEffect(
    () =>
      ui.onReveal((id) => {
        const note = open.store.note(id)
        const section = latest.current.find((one) => one.notes.includes(id))
        const isFolded = section?.fold !== undefined && ui.get().folded.has(section.fold)
        if (note && (isFolded || !findNote(latest.current, id))) bringBack(ui, kind, note)
        // Its heading is there with the draw that follows.
        requestAnimationFrame(() => {
          const found = findNote(latest.current, id)
          if (!found) return
          ui.select([id])
          setWanted({ ...found, note: id })
        })
      }),
    [ui, open, kind],
  )

  useLayoutEffect(() => {
    if (!wanted) return
    const element = root.current?.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(wanted.note)}"]`)
    element?.scrollIntoView({ block: 'center' })
    element?.querySelector<HTMLElement>('[data-note-words]')?.focus({ preventScroll: true })
  }, [root, wanted])

  useEffect(() => {
    const element = root.current
    if (!element) return
    const onFocus = ({ target }: FocusEvent) => {
      const id =
        target instanceof Element ? target.closest('[data-note-id]')?.getAttribute('data-note-id') : null
      last.current = id ? { id, next: followers(latest.current, id) } : null
    }
    element.addEventListener('focusin', onFocus)
    return () => element.removeEventListener('focusin', onFocus)
  }, [root])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the sections is what may take a note away
  useLayoutEffect(() => {
    const before = last.current
    if (!before || document.activeElement !== document.body) return
    if (root.current?.querySelector(`[data-note-id="${CSS.escape(before.id)}"]`)) return
    for (const id of before.next) {
      const next = root.current?.querySelector<HTMLElement>(
        `[data-note-id="${CSS.escape(id)}"] [data-note-words]`,
      )
      if (next) return next.focus({ preventScroll: true })
    }
  }, [root, sections])

  return wanted
}

function findNote(sections: readonly OutlineSection[], note: string): Omit<Wanted, 'note'> | null {
  for (const section of sections) {
    const index = section.notes.indexOf(note)
    if (index >= 0) return { section: section.key, index }
    if (section.headingNote === note) return { section: section.key, index: 0 }
  }
  return null
}

/** Where the focus may go when this note is gone: the ones after it, then the one before. */
function followers(sections: readonly OutlineSection[], id: string): string[] {
  const notes = sections.find((section) => section.notes.includes(id))?.notes ?? []
  const at = notes.indexOf(id)
  return [...notes.slice(at + 1, at + 6), ...notes.slice(Math.max(0, at - 1), at)]
}
