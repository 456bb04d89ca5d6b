import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServer, page, script, type TestServer } from '../testing/a-server.ts'
import { openWebFiles } from './web-files.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

interface Raw {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A request whose address is sent as it stands, which `fetch` would tidy up. */
function raw(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    outgoing.once('error', reject)
    outgoing.end()
  })
}

const asset = '/assets/app-4f5e6d.js'

describe('the web client', () => {
  test.each(['/', '/w/anything', '/w/uK3v9QmB2xWc7TnR/screen', '/join', '/w/x/'])(
    'answers its page at %s',
    async (path) => {
      const answer = await raw(path)
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      })
      expect(answer.body.toString()).toBe(page)
    },
  )

  test('lets hashed assets be kept for ever, in brotli, gzip or as they are', async () => {
    const plain = await raw(asset)
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    expect(plain.body.toString()).toBe(script)
    const brotli = await raw(asset, { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    const gzip = await raw(asset, { 'accept-encoding': 'gzip;q=0.5, br;q=0' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(script)
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
  })

  test('says that nothing has changed', async () => {
    const { headers } = await raw('/')
    expect((await raw('/', { 'if-none-match': String(headers.etag) })).status).toBe(304)
  })

  test.each([
    '//',
    '//index.html',
    '/../package.json',
    '/assets/..%2f..%2fdata/pepper',
    '/assets%2fapp-4f5e6d.js',
    '/assets//app-4f5e6d.js',
    '/assets/%00.js',
    '/.env',
    '/assets/.hidden.js',
    '/assets/nope.js',
    '/assets\\app-4f5e6d.js',
    '//evil.example/',
    '/api/nope',
  ])('has nothing at %s', async (path) => {
    const answer = await raw(path)
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    expect(answer.body.toString()).not.toContain('Vispera</title>')
  })

  test.each(['/..', '/assets/../../data/pepper', '/%2e%2e/data/pepper', '/assets/.%2e/.%2e/data/pepper'])(
    'climbing with %s leads to the page and nowhere else',
    async (path) => {
      expect((await raw(path)).body.toString()).toBe(page)
    },
  )

  test('every answer carries the strict headers, errors too', async () => {
    for (const path of ['/', asset, '/api/health', '/api/nope', '//']) {
      const { headers } = await raw(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('answers of the API are never kept', async () => {
    expect((await raw('/api/health')).headers['cache-control']).toBe('no-store')
  })
})

test('without a built client the page says to run npm start', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'vispera-web-'))
  const bare = await aServer({}, empty)
  const response = await fetch(bare.url)
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm start')
  await bare.stop()
  await rm(empty, { recursive: true })
})

test('a client that is built anew is served anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vispera-web-'))
  const files = openWebFiles(folder)
  expect(await files.find('/index.html')).toBeNull()
  await writeFile(join(folder, 'index.html'), 'one')
  expect(String(Buffer.from((await (await files.find('/index.html'))?.body('identity')) ?? []))).toBe('one')
  await writeFile(join(folder, 'index.html'), 'another')
  expect(String(Buffer.from((await (await files.find('/index.html'))?.body('identity')) ?? []))).toBe(
    'another',
  )
  await symlink('/', join(folder, 'root'))
  expect(await files.find('/root')).toBeNull()
  await rm(folder, { recursive: true })
})
