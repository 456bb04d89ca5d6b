import { createRoute, z } from '@hono/zod-openapi'
import { type BoardEntry, type Role, recordApprovals, type WorkshopFacts } from '@vispera/board'
import { RecordError, recordFormats } from '@vispera/record'
import { security, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofSeated } from '../contract/errors.ts'
import { limited, seated } from '../http/guards.ts'
import type { Api } from '../http/server-env.ts'
import type { Seat } from '../join/seats.ts'
import { may } from '../permissions.ts'
import type { Services } from '../services.ts'
import { readableBy } from '../workshops/board-for.ts'
import { localeFor } from '../workshops/locale-for.ts'
import { readWorkshop } from '../workshops/read-workshop.ts'
import { requireStage } from '../workshops/stages.ts'

const formatIds = recordFormats.map(({ id }) => id) as [string, ...string[]]

const querySchema = z.object({
  format: z
    .enum(formatIds, { error: `There is no such format; there are ${formatIds.join(', ')}` })
    .default('markdown'),
  lang: z
    .string()
    .max(35)
    .optional()
    .openapi({ description: 'Language of headings; the workshop’s own first' }),
  sensitive: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false')
    .openapi({ description: 'Ticked for this copy: sensitive notes too' }),
  board: z.string().max(64).optional().openapi({ description: 'One board only, for tables' }),
  paper: z.enum(['a4', 'us-letter']).default('a4'),
})

/** What the workshop leaves behind, as a file, from what is committed now. It ends nothing. */
export function recordRoutes(app: Api, services: Services): void {
  const { records, stages } = services
  const file = { schema: { type: 'string', format: 'binary' } } as const
  // For its types one media type stands for all of them: whichever it is, the answer is bytes.
  const content = Object.fromEntries(
    recordFormats.map(({ mediaType }) => [mediaType.split(';')[0], file]),
  ) as unknown as { 'application/pdf': typeof file }
  const route = createRoute({
    method: 'get',
    path: '/api/workshops/{id}/record',
    tags: ['record'],
    summary: 'The record of the workshop as a file',
    security,
    middleware: [seated(services, 'take-record'), limited(services, 'record')],
    request: { params: workshopParams, query: querySchema },
    responses: {
      200: { description: 'The record, to be saved', content },
      ...errorResponses(...ofSeated, 'not-found', 'invalid', 'slow-down', 'not-approved'),
    },
  })
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param')
    const { format, lang, sensitive, board, paper } = c.req.valid('query')
    const includeSensitive = sensitive === 'true'
    const seat = c.get('seat')
    refuseSecrets(seat.role, format, includeSensitive)
    const { workshop: facts } = await requireStage(stages, id)
    requireApproval(facts)
    const locale = localeFor(lang === undefined ? facts.languages : [lang])
    const shape = recordFormats.find((one) => one.id === format)
    const wanted = {
      withImages: shape?.withImages ?? false,
      isOpen: boardsOfRecord(services, seat, format),
      // A record says that something could not be read; a whole copy that is not whole would be none.
      withoutDamaged: shape?.isWhole !== true,
    }
    const options = { locale, includeSensitive, paper, ...(board !== undefined && { board }) }
    const { body, mediaType, fileName } = await records
      .make(format, () => readWorkshop(services, id, wanted), options)
      .catch(refuse)
    const bytes = typeof body === 'string' ? body : new Uint8Array(body)
    return c.body(bytes, 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    })
  })
}

/** From a protected workshop nothing is taken along before somebody who leads and a safety keeper have agreed. */
function requireApproval({ safety, recordApproved = [] }: WorkshopFacts): void {
  if (safety !== 'protected' || recordApprovals.every((one) => recordApproved.includes(one))) return
  throw new ApiError(
    'not-approved',
    'This workshop is protected: a facilitator and a safety keeper have to approve its record first.',
  )
}

/**
 * A record shows what groups have shared where it was brought together, and nothing that is still a group's own;
 * a whole copy has every board that its taker may read.
 */
function boardsOfRecord(services: Services, seat: Seat, format: string): (entry: BoardEntry) => boolean {
  const isReadable = readableBy(services, seat)
  const isWhole = recordFormats.some((one) => one.id === format && one.isWhole)
  return (entry) => isReadable(entry) && (isWhole || !entry.group || entry.group.state === 'public')
}

/** A whole copy holds what a record leaves out; only who may write on the boards may take that along. */
function refuseSecrets(role: Role, format: string, includeSensitive: boolean): void {
  const isWhole = recordFormats.some((one) => one.id === format && one.isWhole)
  if (isWhole && !may(role, 'take-whole-record')) {
    throw new ApiError('forbidden', 'Your role in this workshop does not allow a copy of the whole workshop.')
  }
  if (includeSensitive && !may(role, 'take-sensitive-record')) {
    throw new ApiError(
      'forbidden',
      'Your role in this workshop does not allow a record with sensitive notes.',
    )
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof RecordError)) throw error
  switch (error.reason) {
    case 'unknown-format':
      throw new ApiError('invalid', 'There is no such format.')
    case 'no-table':
      throw new ApiError('invalid', 'There is no table here; take another format.')
    case 'unknown-board':
      throw new ApiError('not-found', 'There is no such board in this workshop.')
    case 'busy':
      throw new ApiError('slow-down', 'Many records are being made. Try again in a minute.')
    case 'timeout':
    case 'failed':
      throw new ApiError(
        'unavailable',
        'The record could not be made. Try again, or take another format; nothing on the boards was changed.',
      )
    case 'pdf-unavailable':
    case 'pdf-timeout':
    case 'pdf-failed':
      throw new ApiError('unavailable', 'No PDF could be made here. Take the HTML and print it instead.')
  }
}
