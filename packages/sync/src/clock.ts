/** Time, passed in so that tests own it. */
export interface Clock {
  /** Milliseconds; only differences count. */
  now(): number
  /** Calls back once after `ms`; the answer cancels it. Never keeps a process alive. */
  after(ms: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
