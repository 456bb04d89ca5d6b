import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { kinds } from '../packages/kinds/src/index.ts'
import { root } from './process.mjs'

/**
 * What a first visit may weigh, in thousands of bytes as `gzip -9` leaves them: all JavaScript that is asked for before
 * the board stands and can be written on. Everything else is asked for after that (apps/web/src/later), and what is
 * measured here from files, tests/e2e/first-visit.spec.ts measures in a browser.
 */
const mostKb = 170

/** Everybody comes through these. */
const door = ['screens/workshop/door.ts']

/**
 * The modules that a participant's first board is drawn with, beside the entry; where there are several ways, the
 * one that weighs most. Everything else is fetched when somebody reaches for it, or once the board stands.
 */
const methods = kinds.map(({ id, layout }) => [
  `kinds/src/${id}/kind.ts`,
  `layouts/${layout.engine}/index.ts`,
])
const visits = {
  'A wide screen, which draws the wall': [...door, 'screens/workshop/on-wide.ts', methods],

  'A phone, which draws the outline': [
    ...door,
    'screens/workshop/on-phone.ts',
    methods.map(([kind]) => [kind]),
  ],
}

/** Adds up the gzipped JavaScript of a participant's first visit, as a table for each way, and says what is too much. */
export function measureFirstVisit(dist = join(root, 'apps/web/dist')) {
  const file = join(dist, '.vite/manifest.json')
  if (!existsSync(file))
    return { table: '', problem: 'there is no build to measure: apps/web/dist/.vite/manifest.json' }
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const page = scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8'))
  const sizeOf = (chunk) => gzipSync(readFileSync(join(dist, chunk)), { level: 9 }).length / 1000
  const measured = Object.entries(visits).map(([name, modules]) => {
    const { chunks, problem } = firstVisitChunks(manifest, page, modules, sizeOf)
    const sizes = chunks.map((chunk) => ({ chunk, sizeKb: sizeOf(chunk) }))
    const totalKb = sizes.reduce((total, { sizeKb }) => total + sizeKb, 0)
    const rows = sizes.sort((one, other) => other.sizeKb - one.sizeKb)
    const lines = rows.map(({ chunk, sizeKb }) => `${kb(sizeKb)}  ${chunk}`)
    const table = [name, ...lines, `${kb(totalKb)}  of at most ${mostKb} kB, gzipped`].join('\n')
    if (problem || totalKb <= mostKb) return { table, problem }
    return { table, problem: `${name}: ${totalKb.toFixed(1)} kB of at most ${mostKb} kB` }
  })
  const problems = measured.map(({ problem }) => problem).filter(Boolean)
  return {
    table: measured.map(({ table }) => table).join('\n\n'),
    problem: problems.length === 0 ? undefined : problems.join('\n'),
  }
}

/** The script files that a page asks for by itself. */
const scriptsOf = (html) => [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path)

/**
 * The script files of a first visit: those of the page, and what they and the modules reach by static imports. Where
 * a list of ways stands instead of a module, each a list of modules, the heaviest way counts.
 */
export function firstVisitChunks(manifest, page, modules, sizeOf) {
  const keyOf = (name) => Object.keys(manifest).find((key) => `/${key}`.endsWith(`/${name}`))
  const missing = modules.flat(2).filter((name) => !keyOf(name))
  if (page.length === 0 || missing.length > 0) {
    return {
      chunks: [],
      problem: `the page has no script, or the build no ${missing.join(', ')}: was one renamed?`,
    }
  }
  const reached = new Set()
  for (const key of Object.keys(manifest))
    if (page.includes(manifest[key].file)) reach(manifest, key, reached)
  for (const name of modules) if (!Array.isArray(name)) reach(manifest, keyOf(name), reached)
  for (const ways of modules.filter(Array.isArray)) {
    const tried = ways.map((names) => {
      const more = new Set(reached)
      for (const name of names) reach(manifest, keyOf(name), more)
      return { more, size: scripts(manifest, more).reduce((total, chunk) => total + sizeOf(chunk), 0) }
    })
    const heaviest = tried.reduce((one, other) => (other.size > one.size ? other : one))
    for (const key of heaviest.more) reached.add(key)
  }
  // Not all of the page's scripts stand in the manifest.
  return { chunks: [...new Set([...page, ...scripts(manifest, reached)])] }
}

const scripts = (manifest, reached) => [
  ...new Set([...reached].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))),
]

function kb(size) {
  return `${size.toFixed(1).padStart(8)} kB`
}

function reach(manifest, key, reached) {
  if (reached.has(key) || !manifest[key]) return
  reached.add(key)
  for (const next of manifest[key].imports ?? []) reach(manifest, next, reached)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { table, problem } = measureFirstVisit()
  console.log(table)
  if (problem) {
    console.error(problem)
    process.exitCode = 1
  }
}
