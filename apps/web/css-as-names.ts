import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Takes the class names of a stylesheet one by one instead of as an object, so that each stands where it is used
 * and those that nobody uses are left out.
 */
export const cssAsNames = (): Plugin => ({
  name: 'css-as-names',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\.tsx?$/, code: /\.module\.css'/ },
    handler: (code) => ({
      code: code.replace(/^import (\w+) from ('[^']+\.module\.css')/gm, 'import * as $1 from $2'),
      map: null,
    }),
  },
})

const files = new Map<string, string>()

/** A class name as the browser sees it: short, because no compressor makes hashes smaller. */
export function classNameFor(name: string, file: string): string {
  const path = file.replace(/^.*[\\/](?=(?:apps|packages)[\\/])/, '').replaceAll('\\', '/')
  const hash = createHash('sha1').update(path).digest('base64url').slice(0, 3)
  const taken = files.get(hash)
  if (taken !== undefined && taken !== path) throw new Error(`${path} and ${taken} have one hash: rename one`)
  files.set(hash, path)
  return `${name}-${hash}`
}
