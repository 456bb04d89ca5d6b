import { join, resolve } from 'node:path'

/** What the commands of an operator work on. */
export interface Place {
  /** The database in the data folder. */
  readonly file: string
  readonly pepper: string
  /** A path as it was typed, seen from where it was typed. */
  path(typed: string): string
  say(line: string): void
}

/** It cannot be done as asked; the message is for people. */
export class OperateError extends Error {}

export function placeOf(dataFolder: string, from: string, say: (line: string) => void): Place {
  return {
    file: join(dataFolder, 'vispera.db'),
    pepper: join(dataFolder, 'pepper'),
    path: (typed) => resolve(from, typed),
    say,
  }
}
