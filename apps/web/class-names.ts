import { createHash } from 'node:crypto'

const files = new Map<string, string>()

/** A class name of a stylesheet as the browser sees it: short, because no compressor makes hashes smaller. */
export function classNameFor(name: string, file: string): string {
  const path = file.replace(/^.*[\\/](?=(?:apps|packages)[\\/])/, '').replaceAll('\\', '/')
  const hash = createHash('sha1').update(path).digest('base64url').slice(0, 3)
  const taken = files.get(hash)
  if (taken !== undefined && taken !== path) throw new Error(`${path} and ${taken} have one hash: rename one`)
  files.set(hash, path)
  return `${name}-${hash}`
}
