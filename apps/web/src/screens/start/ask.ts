import { onDemand } from '../../later/later.ts'
import { ApiError } from '../../session/api-error.ts'

const asking = onDemand(() => import('./asking.ts'))

/**
 * What talks to the server. Most of what a workshop needs comes with it, so the page stands before it does. Throws
 * `ApiError`.
 */
export async function ask() {
  try {
    return await asking.fetch()
  } catch {
    throw new ApiError('unreachable')
  }
}
