import { type RefObject, useLayoutEffect } from 'react'

/** Shares of the wall's width: 150 px and 96 px on a wall of 1920; long words may go below. */
const largest = 7.8
const smallest = 2.6

/** The largest size at which an element's words fit into its parent, what follows them included. */
export function useFit(element: RefObject<HTMLElement | null>, words: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are the reason to measure again
  useLayoutEffect(() => {
    const text = element.current
    const room = text?.parentElement
    if (!text || !room) return
    const fits = () => room.scrollHeight <= room.clientHeight + 1 && text.scrollWidth <= text.clientWidth + 1
    const fitWords = () => {
      let [least, most] = [smallest, largest]
      for (let tries = 0; tries < 8; tries++) {
        const size = tries === 0 ? largest : (least + most) / 2
        text.style.fontSize = `${size}vw`
        if (fits()) least = size
        else most = size
        if (least === largest) break
      }
      text.style.fontSize = `${least}vw`
    }
    fitWords()
    const watch = new ResizeObserver(fitWords)
    watch.observe(room)
    void document.fonts.ready.then(fitWords)
    return () => watch.disconnect()
  }, [element, words])
}
