import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** One file of ours; `path` is relative to the repository, with forward slashes. */
export type Source = { path: string; text: string; isTest: boolean }

const generated = new Set(['node_modules', 'dist', '.types', 'data', 'test-results'])

/** The folders that hold a package.json of ours: packages/board, apps/web, ... */
export const workspaces: readonly string[] = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${group}/${entry.name}`),
)

// Makers and doubles live in testing/; an acceptance file is a test that a package hands to the next adapter.
const testCode = [/\.test\.tsx?$/, /-acceptance\.ts$/, /\/testing\//, /^tests\//]

const read = new Map<string, Source>()

/** All files under some folders whose name ends in one of the extensions. */
export function sourcesIn(folders: readonly string[], extensions: readonly string[]): Source[] {
  return folders
    .flatMap(pathsUnder)
    .filter((path) => extensions.some((extension) => path.endsWith(extension)))
    .map(readSource)
}

/** One line per offence, so that a failing test reads as a list of things to mend. */
export function offences(
  sources: readonly Source[],
  find: (line: string, source: Source) => string | undefined,
) {
  return sources.flatMap((source) =>
    withoutComments(source)
      .split('\n')
      .flatMap((line, index) => {
        const offence = find(line, source)
        return offence === undefined ? [] : [`${source.path}:${index + 1}  ${offence}`]
      }),
  )
}

/** The text with comments blanked out, line numbers kept. Good enough for searching; not a parser. */
export function withoutComments({ path, text }: Source): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ')
  const withoutBlocks = text.replace(/\/\*[\s\S]*?\*\//g, blank)
  return path.endsWith('.css') ? withoutBlocks : withoutBlocks.replace(/(^|\s)\/\/.*$/gm, blank)
}

function pathsUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (generated.has(entry.name)) return []
    const path = posix.join(folder, entry.name)
    return entry.isDirectory() ? pathsUnder(path) : [path]
  })
}

function readSource(path: string): Source {
  const known = read.get(path)
  if (known) return known
  const isTest = testCode.some((pattern) => pattern.test(path))
  const source = { path, text: readFileSync(join(root, path), 'utf8'), isTest }
  read.set(path, source)
  return source
}
