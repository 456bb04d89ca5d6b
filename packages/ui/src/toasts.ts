export type Toast = {
  message: string
  /** One act, such as Undo. */
  action?: { label: string; onAction: () => void } | undefined
  /** How long it stays; those with an act stay longer. Under the pointer or with focus inside they all stay. */
  staysMs?: number | undefined
  /** A newer message of the same sort takes its place. */
  sort?: string | undefined
  /** The place that its act leads to: the message goes once somebody is there, however they went. */
  leadsTo?: string | undefined
}
export type ShownToast = Toast & { id: number }

const most = 3

/** The messages on screen with one more: the newest, and none that it makes old. */
export const withToast = (shown: readonly ShownToast[], toast: ShownToast): readonly ShownToast[] =>
  [...shown.filter(({ sort }) => sort === undefined || sort !== toast.sort), toast].slice(-most)

/** The messages that still lead somewhere for somebody who is at `place` now. */
export const withoutArrived = (shown: readonly ShownToast[], place: string): readonly ShownToast[] =>
  shown.some(({ leadsTo }) => leadsTo === place) ? shown.filter(({ leadsTo }) => leadsTo !== place) : shown
