/** Lets a field grow with its words where the browser does not do it by itself (`field-sizing`). */
export function growWithWords(element: HTMLTextAreaElement): () => void {
  if (CSS.supports('field-sizing', 'content')) return () => {}
  return () => {
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight}px`
  }
}
