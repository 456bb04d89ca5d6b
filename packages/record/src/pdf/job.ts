/** What the parent hands to the child process that makes one PDF. */
export interface PdfJob {
  /** What `typstData` makes of a record, as JSON. */
  readonly record: string
}

/** What comes back. `ua-1` is PDF/UA-1; `tagged` has tags but breaks a rule of it, such as a missing letter. */
export type PdfAnswer =
  | { readonly kind: 'done'; readonly pdf: Uint8Array; readonly standard: 'ua-1' | 'tagged' }
  | { readonly kind: 'unavailable' | 'failed'; readonly detail: string }
