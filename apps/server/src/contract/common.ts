import { z } from '@hono/zod-openapi'
import { type Role, roles, safetyLevels } from '@vispera/board'
import { cleanLine } from './words.ts'

export const workshopIdSchema = z
  .string()
  .openapi({ description: 'Id of the workshop', example: 'uK3v9QmB2xWc7TnR' })
const boardIdSchema = z.string().openapi({ description: 'Id of the board' })

export const workshopParams = z.object({ id: workshopIdSchema })
export const boardParams = z.object({ id: workshopIdSchema, board: boardIdSchema })

export const roleSchema = z.enum(roles).openapi('Role')
export const safetySchema = z.enum(safetyLevels).openapi('SafetyLevel')

/** What people type as a title or name: one visible line. */
const line = (name: string, most: number) =>
  z
    .string({ error: `${name} must be text` })
    .max(2_000, `${name} is longer than ${most} characters`)
    .transform(cleanLine)

export const titleSchema = line('The title', 200)
  .pipe(
    z
      .string()
      .min(1, 'The title is empty; write a few words')
      .max(200, 'The title is longer than 200 characters; make it shorter'),
  )
  .openapi({ type: 'string', maxLength: 200, example: 'Our market' })

export const aliasSchema = line('The name', 40)
  .pipe(z.string().max(40, 'The name is longer than 40 characters; make it shorter'))
  .openapi({ type: 'string', maxLength: 40, description: 'A name or alias to be seen by; may be empty' })

export const languagesSchema = z
  .array(
    z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Languages are tags such as en, es or pt-BR'),
  )
  .max(20, 'At most 20 languages')
  .openapi({ example: ['es', 'ar'] })

export const linksSchema = z.partialRecord(z.enum(roles), z.string()).openapi('Links', {
  description: 'Absolute addresses by role. The part behind # is a key and never sent to a server.',
})

export type Links = Partial<Record<Role, string>>

export const boardEntrySchema = z.object({ id: z.string(), kind: z.string(), title: z.string() })

export const security = [{ token: [] as string[] }]

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})
