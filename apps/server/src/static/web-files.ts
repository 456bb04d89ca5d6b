import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotliOf = promisify(brotliCompress)
const gzipOf = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const compressed = new Set(['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.txt', '.svg', '.wasm'])

export interface WebFile {
  readonly type: string
  readonly etag: string
  readonly encodings: readonly Encoding[]
  body(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

export interface WebFiles {
  /** A file of the built client by its path in the address; null when there is none. */
  find(path: string): Promise<WebFile | null>
}

/**
 * Only plain names, read as they stand: no escapes, no dots in front, no empty parts. What does not match
 * (`//`, `%2F`, `..`) is not a file, so there is nothing to climb out of.
 */
const filePath = /^(?:\/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+$/

/** The built web client in `folder`. Files are read and compressed once, and again when they were rebuilt. */
export function openWebFiles(folder: string): WebFiles {
  const kept = new Map<string, { version: string; file: WebFile }>()

  return {
    async find(path) {
      if (!filePath.test(path)) return null
      const name = join(folder, path)
      const found = await stat(name).catch(() => null)
      if (!found?.isFile()) return null
      const version = `${found.mtimeMs} ${found.size}`
      const known = kept.get(path)
      if (known?.version === version) return known.file
      const file = webFile(extname(path).toLowerCase(), await readFile(name))
      kept.set(path, { version, file })
      return file
    },
  }
}

function webFile(extension: string, plain: Uint8Array<ArrayBuffer>): WebFile {
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  const make = async (encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> => {
    if (encoding === 'br') {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
      return new Uint8Array(await brotliOf(plain, { params }))
    }
    return encoding === 'gzip' ? new Uint8Array(await gzipOf(plain, { level: 9 })) : plain
  }
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    encodings: compressed.has(extension) && plain.length > 1_000 ? ['br', 'gzip', 'identity'] : ['identity'],
    body(encoding) {
      const body = made.get(encoding) ?? make(encoding)
      made.set(encoding, body)
      return body
    },
  }
}
