/** F6 and Shift+F6 walk through the parts of the screen (`data-region`), as they do in browsers themselves. */
export function watchRegions(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
    if (document.querySelector('dialog[open]')) return
    const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
      (region) => region.getClientRects().length > 0,
    )
    if (regions.length === 0) return
    event.preventDefault()
    // A region may lie in another one (the tools on the wall): the innermost is where we are.
    const at = regions.findLastIndex((region) => region.contains(document.activeElement))
    const step = event.shiftKey ? -1 : 1
    const next = at < 0 ? (event.shiftKey ? regions.length - 1 : 0) : at + step
    focusInto(regions[(next + regions.length) % regions.length])
  }
  // While capturing: fields keep their keys to themselves, and this one is for getting out of them.
  addEventListener('keydown', onKey, true)
  return () => removeEventListener('keydown', onKey, true)
}

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex]:not([tabindex="-1"])'

/**
 * On a board what is asked for there just now, else the note whose turn it is, else the wall itself: never the first
 * field that happens to stand there.
 */
const onBoard = ['[data-choice]', '[data-note-id][tabindex="0"]', 'section[tabindex]']

/** The first thing inside that takes the focus, else the region itself. */
export function focusInto(region: HTMLElement | null | undefined): void {
  if (!region) return
  // One after the other: the wall stands round its notes and would always be found first.
  const [turn] = region.matches('main')
    ? onBoard.flatMap((wanted) => region.querySelector<HTMLElement>(wanted) ?? [])
    : []
  const inside = [...region.querySelectorAll<HTMLElement>(focusable)].find(
    (element) => element.getClientRects().length > 0,
  )
  if (!inside && !region.hasAttribute('tabindex')) region.tabIndex = -1
  ;(turn ?? inside ?? region).focus()
}
