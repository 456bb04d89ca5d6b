/** How long to go on before the page may do something else. */
const stretchMs = 8

/** Does work for each item in turn, a few milliseconds at a time, so that the page can be drawn and used meanwhile. */
export async function inStretches<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let restAt = 0
  for (const item of items) {
    if (performance.now() >= restAt) {
      await rest()
      restAt = performance.now() + stretchMs
    }
    work(item)
  }
}

/** Unlike a timer this takes no longer in tabs that nobody sees. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
