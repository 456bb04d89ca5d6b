import { writeSync } from 'node:fs'

// `seed` promises one JSON line on standard output, so what we tell people goes beside it.
const people = 2

/** Tells people one line. */
export function say(line) {
  writeSync(people, `${line}\n`)
}

/** Says what went wrong and what to do now, and ends. */
export function fail(...lines) {
  for (const line of lines) say(line)
  process.exit(1)
}

/** Says what is being done, does it, and says on the same line how long it took. A code other than 0 is a failure. */
export async function step(title, work) {
  const startedAt = Date.now()
  writeSync(people, `${title} ... `)
  const result = await work()
  const took = seconds(Date.now() - startedAt)
  say(result?.code ? `failed after ${took}` : `done in ${took}`)
  return result
}

export function seconds(ms) {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}
