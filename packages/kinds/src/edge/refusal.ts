/** Why a note or a link from outside was not taken. The wire carries the reason; people get a sentence. */
export type Refusal =
  | 'not-an-object'
  | 'bad-id'
  | 'unknown-kind'
  | 'text-missing'
  | 'text-too-long'
  | 'bad-place'
  | 'unknown-field'
  | 'bad-value'
  | 'unknown-note'
  | 'same-note'

export interface Refused {
  readonly ok: false
  readonly reason: Refusal
  /** Where in the input, such as `text` or `place`. */
  readonly path: string
}

export const refused = (reason: Refusal, path: string): Refused => ({ ok: false, reason, path })
