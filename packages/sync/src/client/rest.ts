/** How long to go on before the page may do something else. */
const stretchMs = 8

/** Lets the page do something else; answers when the next rest is due. Timers would be slow in tabs that nobody sees. */
export function rest(): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve(performance.now() + stretchMs)
    }
    port2.postMessage(null)
  })
}
