import type { Field } from '../kind.ts'

/** Short ways to write the fields of a note kind. */
type Traits = Pick<Field, 'sensitive' | 'card'>

export const text = (id: string, traits: Traits = {}): Field => ({ id, type: { type: 'text' }, ...traits })
export const longText = (id: string, traits: Traits = {}): Field => ({
  id,
  type: { type: 'text', long: true },
  ...traits,
})
export const lines = (id: string, traits: Traits = {}): Field => ({ id, type: { type: 'lines' }, ...traits })
export const choice = (id: string, options: readonly string[], traits: Traits = {}): Field => ({
  id,
  type: { type: 'enum', options },
  ...traits,
})
export const yes = (id: string, traits: Traits = {}): Field => ({ id, type: { type: 'bool' }, ...traits })
export const whole = (id: string, min: number, max: number): Field => ({
  id,
  type: { type: 'int', min, max },
})
export const date = (id: string, traits: Traits = {}): Field => ({
  id,
  type: { type: 'fuzzyDate' },
  ...traits,
})
export const tally = (id: string): Field => ({ id, type: { type: 'tally' } })
