import type { safetyLevels } from '@vispera/board'
import * as z from 'zod/mini'
import { linksSchema, post } from './api.ts'

const createdSchema = z.object({ id: z.string(), links: linksSchema, code: z.optional(z.string()) })

export type Created = z.infer<typeof createdSchema>

export interface NewWorkshop {
  readonly title: string
  readonly languages: readonly string[]
  readonly safety: (typeof safetyLevels)[number]
  readonly recipe?: string
  readonly boards?: readonly { readonly kind: string; readonly title: string }[]
}

/** What leads to a workshop, for the start page. Every function throws `ApiError`, and only that. */
export const startApi = {
  createWorkshop: (workshop: NewWorkshop) => post('/api/workshops', workshop, createdSchema),
  createExample: (locale: string) => post('/api/examples', { lang: locale }, createdSchema),
  importWorkshop: (file: string) => post('/api/workshops/import', file, createdSchema),
  /** The address that a six-character code leads to. */
  findCode: (code: string) => post('/api/codes/join', { code }, z.object({ url: z.string() })),
}
