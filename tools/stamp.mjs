import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './process.mjs'

// Inside node_modules, so that removing it forgets them too.
const folder = join(root, 'node_modules', '.vispera')

/** One fingerprint of the contents of files and folders; paths are relative to the repository. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

export function isStamped(name, value) {
  const file = join(folder, name)
  return existsSync(file) && readFileSync(file, 'utf8') === value
}

export function stamp(name, value) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), value)
}

const generated = new Set(['node_modules', 'dist', '.types'])

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readEntries(full)
  if (entries === undefined) return [path]
  return entries
    .filter((entry) => !generated.has(entry))
    .sort()
    .flatMap((entry) => filesUnder(`${path}/${entry}`))
}

function readEntries(full) {
  try {
    return readdirSync(full)
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}
