/** Whether somebody has the caret in words of their own just now. */
export function isWriting(): boolean {
  const element = document.activeElement
  if (element instanceof HTMLTextAreaElement) return element.value.trim() !== '' || element.id === ''
  return element instanceof HTMLInputElement && element.type === 'text' && element.value !== ''
}

/**
 * Does something to the screen as soon as nobody is torn away from writing by it: now, or when they leave the
 * field. Answers how to give it up.
 */
export function whenCalm(act: () => void): () => void {
  if (!isWriting()) {
    act()
    return () => {}
  }
  const look = () => {
    // The focus has not arrived anywhere yet.
    setTimeout(() => {
      if (isWriting()) return
      stop()
      act()
    })
  }
  const stop = () => document.removeEventListener('focusout', look)
  document.addEventListener('focusout', look)
  return stop
}
