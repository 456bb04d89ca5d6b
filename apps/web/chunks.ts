import { fileURLToPath } from 'node:url'
import { build, type PluginOption, type Rolldown } from 'vite'

/**
 * What is fetched together, by the modules that ask for it. Everybody loads `page`; a workshop adds `workshop`, a
 * wide screen `wide`, a phone `phone`.
 */
const units: Readonly<Record<string, readonly RegExp[]>> = {
  page: [/\/index\.html$/],
  start: [/\/start\/start-screen\.tsx$/],
  workshop: [/\/workshop\/door\.ts$/],
  wide: [/\/workshop\/on-wide\.ts$/],
  phone: [/\/workshop\/on-phone\.ts$/],
}
const layout = /\/layouts\/(\w+)\/index\.ts$/
const kind = /\/kinds\/src\/([\w-]+)\/kind\.ts$/

/**
 * A file name for each module of a first visit. Left to itself, the bundler makes a file for every set of places
 * that share something, which is dozens of small files: more to ask for, and less to compress. So the page is
 * bundled once to learn what each unit needs, and what the same units need becomes one file. Nobody loads more by it.
 */
export async function nameChunks(plugins: readonly PluginOption[]): Promise<(id: string) => string | null> {
  const output = (await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    plugins: [...plugins],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { experimental: { chunkOptimization: false } },
    },
  })) as Rolldown.RolldownOutput
  const chunks = output.output.filter((one) => one.type === 'chunk')
  const needs = new Map<string, Set<string>>()
  for (const chunk of chunks) {
    const unit = unitOf(chunk.facadeModuleId)
    if (unit === null) continue
    for (const id of modulesOf(chunk, chunks)) needs.set(id, (needs.get(id) ?? new Set()).add(unit))
  }
  return (id) => {
    const found = needs.get(id)
    // The page's own script keeps some code: Vite takes out a file that does nothing but import others.
    return found && !/\/(index\.html|main\.tsx)$/.test(id) ? nameFor(found) : null
  }
}

function unitOf(root: string | null): string | null {
  if (root === null) return null
  const named = Object.keys(units).find((unit) => units[unit]?.some((pattern) => pattern.test(root)))
  if (named) return named
  const [, engine] = layout.exec(root) ?? []
  if (engine !== undefined) return `layout-${engine}`
  const [, id] = kind.exec(root) ?? []
  return id === undefined ? null : `kind-${id}`
}

/** What a file brings when it is loaded, other files included. */
function modulesOf(root: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || seen.has(chunk.fileName)) return
    seen.add(chunk.fileName)
    for (const [id, { renderedLength }] of Object.entries(chunk.modules))
      if (renderedLength > 0) found.add(id)
    for (const next of chunk.imports) visit(chunks.find(({ fileName }) => fileName === next))
  }
  visit(root)
  return found
}

/**
 * Whoever has the larger unit has the smaller ones as well, so that these need not be told apart. What several
 * layouts or kinds share is small, and comes with what shows them: one file packs better than two.
 */
function nameFor(needs: ReadonlySet<string>): string {
  const has = (unit: string) => needs.has(unit)
  const layouts = [...needs].filter((unit) => unit.startsWith('layout-'))
  const kinds = [...needs].filter((unit) => unit.startsWith('kind-'))
  const isOfAll = has('workshop') || kinds.length > 1 || (has('phone') && (has('wide') || layouts.length > 0))
  if (has('page') || (isOfAll && has('start'))) return 'page'
  if (isOfAll) return 'workshop'
  if (has('wide') || layouts.length > 1) return has('start') ? 'page' : 'wide'
  return [...['start', 'phone'].filter(has), ...layouts, ...kinds].join('-')
}
