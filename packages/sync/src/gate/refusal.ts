/**
 * Why the gate refuses an update (PROTOCOL.md, P30 and on). The words travel in the close reason.
 *
 * `gap` is the only one an honest client can cause: something it sent before did not get here. It is
 * asked to send everything again.
 */
export type Refusal =
  | 'too-large'
  | 'malformed'
  | 'forbidden-content'
  | 'too-deep'
  | 'gap'
  | 'foreign-client-id'
  | 'unknown-root'
  | 'wrong-place'

/** Thrown inside the gate only; `examine` turns it into a value. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal)
}
