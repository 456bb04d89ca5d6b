/** Anything that stands in an ordered list. */
export interface Ordered {
  readonly id: string
  readonly order: string
}

/** Order key first, then id: two people who insert at the same spot at once get the same key. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
