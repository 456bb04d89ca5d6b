/** 240 ms a card, 30 ms after one another, 600 ms in all. */
const turnMs = 240
const staggerMs = 30
const allMs = 600

/** Turns the cards of notes that just appeared; for those who want no motion they are simply there. */
export function turnOver(ids: readonly string[]): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const stagger = Math.min(staggerMs, (allMs - turnMs) / Math.max(1, ids.length - 1))
  // Once the notes have been drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      ids.forEach((id, at) => {
        const element = document.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(id)}"]`)
        element?.animate(
          [
            { scale: '0 1', opacity: 1 },
            { scale: '1 1', opacity: 1 },
          ],
          { duration: turnMs, delay: at * stagger, easing: 'ease-out', fill: 'backwards' },
        )
      })
    }),
  )
}
