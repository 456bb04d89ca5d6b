import { createHmac, randomBytes } from 'node:crypto'
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Structured logs without names, addresses, user agents, tokens or keys: only what a line is given, and
 * lines are given none of these. Requests are not logged.
 */
export function openLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}

const salt = randomBytes(32)

/** A short name for a document or workshop in logs: the same within one run and a day, meaningless elsewhere. */
export function logName(id: string): string {
  const day = new Date().toISOString().slice(0, 10)
  return createHmac('sha256', salt).update(`${day} ${id}`).digest('hex').slice(0, 10)
}

/** What may be said of an unexpected error: its class and stack, whose frames hold no values. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: error.name, ...code, frames: frames.slice(0, 8).map((line) => line.trim()) }
}
