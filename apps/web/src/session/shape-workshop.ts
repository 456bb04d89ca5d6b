import * as z from 'zod/mini'
import type { WorkshopApi } from './api.ts'

const boardEntrySchema = z.object({ id: z.string(), kind: z.string(), title: z.string() })
const boardPath = (id: string) => `/boards/${encodeURIComponent(id)}`

/** What those who lead may ask about the workshop itself and its boards. Every function throws `ApiError`. */
export const shapeWorkshop = ({ ask }: WorkshopApi) => ({
  rename: (title: string) => ask('PATCH', '', null, { title }),
  addBoard: (board: { kind: string; title: string }) => ask('POST', '/boards', boardEntrySchema, board),
  renameBoard: (id: string, title: string) => ask('PATCH', boardPath(id), null, { title }),
  removeBoard: (id: string) => ask('DELETE', boardPath(id), null),
})
