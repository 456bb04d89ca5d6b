/** Code that comes later: when somebody reaches for it, or before, once nothing else happens (see warm-up.ts). */
export interface Later<T> {
  /** What has arrived, if it has. */
  now(): T | undefined
  /** Rejects with `NotFetched`, and only with that. Asked again after a failure, it tries again. */
  fetch(): Promise<T>
  /** For drawing: the same promise until `NotFetched.forget` has been called. */
  awaited(): Promise<T>
}

/** A part of the page could not be fetched: no network, or the server has a newer page and no more this part. */
export class NotFetched extends Error {
  /** Lets the next drawing ask again. */
  readonly forget: () => void
  constructor(forget: () => void, cause: unknown) {
    super('a part of the page could not be fetched', { cause })
    this.name = 'NotFetched'
    this.forget = forget
  }
}

/** Code that comes only when it is asked for. */
export function onDemand<T>(load: () => Promise<T>): Later<T> {
  let arrived: T | undefined
  let coming: Promise<T> | undefined
  let hasFailed = false
  const forget = () => {
    if (hasFailed) coming = undefined
  }
  const awaited = () => {
    coming ??= ask()
    return coming
  }
  const ask = () => {
    hasFailed = false
    const asked: Promise<T> = load().then(
      (value) => {
        arrived = value
        // React's `use` reads these, and then does not wait for what is there already.
        Object.assign(asked, { status: 'fulfilled', value })
        return value
      },
      (error: unknown) => {
        hasFailed = true
        throw new NotFetched(forget, error)
      },
    )
    return asked
  }
  return {
    now: () => arrived,
    awaited,
    fetch() {
      forget()
      return awaited()
    },
  }
}

const parts: Later<unknown>[] = []
export const soonParts: Later<unknown>[] = []

/** Code that comes when it is asked for, else once nothing else happens. */
export function later<T>(load: () => Promise<T>): Later<T> {
  const part = onDemand(load)
  parts.push(part)
  return part
}

/** Code that nobody can do without for long: it comes as soon as the board stands. */
export function soon<T>(load: () => Promise<T>): Later<T> {
  const part = onDemand(load)
  soonParts.push(part)
  return part
}

/** Everything made with `later` so far; parts that arrive may add more. */
export const laterParts: readonly Later<unknown>[] = parts
