/** Tries until `check` throws no more; gives up with its error after `patienceMs`. */
export async function eventually(check: () => void, patienceMs = 8000) {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      return check()
    } catch (error) {
      if (performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}
