/** Why a request did not do what was asked: the server's closed list of codes, and two of our own. */
export const apiErrorCodes = [
  'bad-request',
  'no-session',
  'forbidden',
  'not-now',
  'closed',
  'turned-away',
  'not-approved',
  'not-found',
  'conflict',
  'too-large',
  'not-json',
  'not-a-picture',
  'invalid',
  'newer-version',
  'slow-down',
  'internal',
  'unavailable',
  'full',
  /** No answer at all: no network, or the server is down. */
  'unreachable',
  /** An answer that is not ours: something between us and the server spoke. */
  'unreadable',
] as const
export type ApiErrorCode = (typeof apiErrorCodes)[number]

export class ApiError extends Error {
  readonly code: ApiErrorCode
  /** What the server says is wrong with a value, in English; only for `invalid`. */
  readonly detail: string
  constructor(code: ApiErrorCode, detail = '') {
    super(`${code} ${detail}`)
    this.name = 'ApiError'
    this.code = code
    this.detail = detail
  }
}

/** Message id of the sentence that tells people what happened and what they can do. */
export const sentenceFor = (error: unknown): string =>
  `shell.error.${error instanceof ApiError ? error.code : 'internal'}`

/** The error in an answer that was not a success. */
export function readApiError(status: number, body: unknown): ApiError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const code = apiErrorCodes.find((known) => known === error.code)
  const detail = typeof error.message === 'string' ? error.message : ''
  if (code) return new ApiError(code, detail)
  // A proxy in front of the server answers in its own way; the status still says something.
  if (status === 413) return new ApiError('too-large')
  if (status === 429) return new ApiError('slow-down')
  return new ApiError(status >= 502 && status <= 504 ? 'unreachable' : 'unreadable')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
