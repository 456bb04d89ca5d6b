/** A session that facilitators really run. Words: `recipe.<id>.name`, `.line` and `.facts`. */
export interface Recipe {
  readonly id: string
  readonly boards: readonly { readonly kind: string; readonly version: 'full' | 'quick' }[]
  /** Agenda time of all boards together. */
  readonly minutes: number
}

/** The first one is offered first. */
export const recipes: readonly Recipe[] = [
  {
    id: 'vision-backcast-grid',
    boards: [
      { kind: 'vision-board', version: 'full' },
      { kind: 'victory-backcast', version: 'full' },
      { kind: 'inside-outside-grid', version: 'full' },
    ],
    minutes: 331,
  },
  {
    id: 'three-gatherings',
    boards: [
      { kind: 'vision-board', version: 'full' },
      { kind: 'victory-backcast', version: 'full' },
      { kind: 'inside-outside-grid', version: 'full' },
      { kind: 'next-steps', version: 'full' },
    ],
    minutes: 353,
  },
  {
    id: 'picture-and-path',
    boards: [
      { kind: 'vision-board', version: 'quick' },
      { kind: 'victory-backcast', version: 'quick' },
    ],
    minutes: 72,
  },
  {
    id: 'plan-to-action',
    boards: [
      { kind: 'victory-backcast', version: 'full' },
      { kind: 'inside-outside-grid', version: 'full' },
      { kind: 'next-steps', version: 'full' },
    ],
    minutes: 254,
  },
  {
    id: 'short-day',
    boards: [
      { kind: 'vision-board', version: 'quick' },
      { kind: 'victory-backcast', version: 'quick' },
      { kind: 'inside-outside-grid', version: 'quick' },
      { kind: 'next-steps', version: 'full' },
    ],
    minutes: 129,
  },
  { id: 'short-vision', boards: [{ kind: 'vision-board', version: 'quick' }], minutes: 32 },
  { id: 'short-path', boards: [{ kind: 'victory-backcast', version: 'quick' }], minutes: 40 },
  { id: 'short-grid', boards: [{ kind: 'inside-outside-grid', version: 'quick' }], minutes: 35 },
]
