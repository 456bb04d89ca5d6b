import { inspect, parseArgs } from 'node:util'

/** What a fault that was tried came to. */
export interface Report {
  /** What should not have happened, in words; the script fails when there is any. */
  readonly failures: readonly string[]
  /** What was done and measured. Times are told and never judged: they depend on who else uses the machine. */
  readonly figures: Readonly<Record<string, number | string>>
}

type Options = Readonly<Record<string, number | string>>
type Given<O extends Options> = { readonly [name in keyof O]: O[name] extends number ? number : string }

/**
 * Runs a fault as a script of its own: each default is an option of the same name (`--count 5000000`), the last
 * line printed is the report as JSON, and the exit code says whether anything failed.
 */
export async function runAsScript<O extends Options>(
  fault: string,
  defaults: O,
  run: (options: Given<O>) => Promise<Report>,
): Promise<void> {
  process.once('SIGTERM', () => process.exit(143))
  const startedAt = performance.now()
  const { failures, figures } = await run(readOptions(defaults)).catch((error: unknown) => ({
    failures: [inspect(error, { depth: 4 })],
    figures: {},
  }))
  const tookSeconds = Math.round((performance.now() - startedAt) / 100) / 10
  console.log(JSON.stringify({ fault, ok: failures.length === 0, tookSeconds, ...figures, failures }))
  process.exit(failures.length === 0 ? 0 : 1)
}

function readOptions<O extends Options>(defaults: O): Given<O> {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ options })
  const given = Object.entries(defaults).map(([name, standard]) => {
    const value = values[name]
    if (typeof value !== 'string') return [name, standard]
    if (typeof standard === 'string') return [name, value]
    const number = Number(value)
    if (!Number.isFinite(number)) throw new Error(`--${name} takes a number, not ${value}`)
    return [name, number]
  })
  return Object.fromEntries(given) as Given<O>
}

/** The value below which `share` of the measured ones lie; 0 when there are none. */
export function quantile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}
