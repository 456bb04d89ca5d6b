import type { Context } from 'hono'
import { workshopParams } from '../contract/common.ts'
import { ApiError } from '../contract/errors.ts'
import type { Api, ServerEnv } from '../http/server-env.ts'
import { notBuiltPage } from './not-built-page.ts'
import type { Encoding, WebFile, WebFiles } from './web-files.ts'

/** Addresses of pages; which one it is, and whether its workshop exists, the page finds out itself. */
const pagePath = /^(?:\/[A-Za-z0-9_-]+)*\/?$/

/** The web client: hashed assets for ever, everything else asked about each time. */
export function webRoutes(app: Api, files: WebFiles): void {
  describePages(app)
  app.get('*', async (c) => {
    const { pathname } = new URL(c.req.url)
    if (pathname.startsWith('/api/')) throw new ApiError('not-found', 'There is no such address.')
    const file = await files.find(pathname)
    if (file) return answerFile(c, file, pathname.startsWith('/assets/'))
    if (!pagePath.test(pathname)) throw new ApiError('not-found', 'There is no such address.')
    const page = await files.find('/index.html')
    return page ? answerFile(c, page, false) : c.html(notBuiltPage, 503, { 'Cache-Control': 'no-store' })
  })
}

async function answerFile(c: Context<ServerEnv>, file: WebFile, isHashed: boolean): Promise<Response> {
  const encoding = pickEncoding(c.req.header('accept-encoding') ?? '', file.encodings)
  const etag = `"${file.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const headers: Record<string, string> = {
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    ...(file.encodings.length > 1 ? { Vary: 'Accept-Encoding' } : {}),
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding
  return c.body(await file.body(encoding), 200, { ...headers, 'Content-Type': file.type })
}

function pickEncoding(accepted: string, offered: readonly Encoding[]): Encoding {
  const refused = /(?:^|,)\s*(br|gzip)\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/g
  const no = [...accepted.matchAll(refused)].map((match) => match[1])
  const wants = (encoding: string) => new RegExp(`(?:^|[,\\s])${encoding}(?:$|[,;\\s])`).test(accepted)
  return offered.find((one) => one !== 'identity' && wants(one) && !no.includes(one)) ?? 'identity'
}

function describePages(app: Api): void {
  for (const [path, summary] of [
    ['/w/{id}', 'The page of a workshop; the key is behind the # of its link'],
    ['/w/{id}/screen', 'The same for a projector'],
  ] as const) {
    app.openAPIRegistry.registerPath({
      method: 'get',
      path,
      tags: ['pages'],
      summary,
      request: { params: workshopParams },
      responses: { 200: { description: 'The web client, whether there is such a workshop or not' } },
    })
  }
}
