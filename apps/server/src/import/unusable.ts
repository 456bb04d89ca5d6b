import { ApiError } from '../contract/errors.ts'

/** Refuses a file; `where` names the place in it. */
export const unusable = (where: string, what: string): ApiError =>
  new ApiError('invalid', `${where}: ${what} Nothing was imported.`)

/** Longest text taken from a file: what a person could have typed, far above what is asked of them. */
export const maxFileText = 20_000
