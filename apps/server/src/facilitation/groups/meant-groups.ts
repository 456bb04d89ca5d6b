import { z } from '@hono/zod-openapi'
import type { Split } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'

export const mostGroupMinutes = 240

/** Which group a verb is about; all of them without. */
export const groupInput = { group: z.string().max(64).optional() }

export const isMeant = (id: string, group: string | undefined): boolean => group === undefined || group === id

/** Throws `not-found` when that group is not one of the split that runs. */
export function requireGroup({ groups }: Split, group: string | undefined): void {
  if (!groups.some(({ id }) => isMeant(id, group)))
    throw new ApiError('not-found', 'There is no such group any more.')
}
