import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root } from './process.mjs'

// What a participant's phone loads before it can write a note: the entry, and what /w/:id draws by itself.
const route = ['workshop-page.tsx', 'workshop-screen.tsx']
const locales = ['en', 'es', 'ar']
const limitKb = 170

/**
 * Adds up the gzipped JavaScript of a participant's first visit in the language that weighs most, as a table and,
 * above the limit, a problem.
 */
export function measureFirstVisit(dist = join(root, 'apps/web/dist')) {
  const file = join(dist, '.vite/manifest.json')
  if (!existsSync(file))
    return { table: '', problem: 'there is no build to measure: apps/web/dist/.vite/manifest.json' }
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const visits = locales.map((locale) => weigh(dist, firstVisitChunks(manifest, locale)))
  const heaviest = visits.reduce((one, other) => (other.totalKb > one.totalKb ? other : one))
  const { rows, totalKb, problem } = heaviest
  const table = [...rows, `${kb(totalKb)}  of at most ${limitKb} kB, gzipped`].join('\n')
  if (problem || totalKb <= limitKb) return { table, problem }
  return { table, problem: `a first visit loads ${totalKb.toFixed(1)} kB of at most ${limitKb} kB` }
}

/** The script files of a first visit: what the entry and the board's screen reach by static imports, and the words. */
export function firstVisitChunks(manifest, locale) {
  const keys = Object.keys(manifest)
  const entry = keys.find((key) => manifest[key].isEntry)
  const screens = route.map((name) => keys.find((key) => key.endsWith(`/${name}`)))
  const words = keys.filter((key) => key.endsWith(`/${locale}.json`))
  if (!entry || screens.includes(undefined)) {
    return {
      chunks: [],
      problem: `the build has no entry or not all of ${route.join(', ')}: was one renamed?`,
    }
  }
  const reached = new Set()
  for (const key of [entry, ...screens, ...words]) reach(manifest, key, reached)
  const files = [...reached].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  return { chunks: [...new Set(files)] }
}

function weigh(dist, { chunks, problem }) {
  const sizes = chunks
    .map((chunk) => ({
      chunk,
      sizeKb: gzipSync(readFileSync(join(dist, chunk)), { level: 9 }).length / 1000,
    }))
    .sort((one, other) => other.sizeKb - one.sizeKb)
  const totalKb = sizes.reduce((total, { sizeKb }) => total + sizeKb, 0)
  return { rows: sizes.map(({ chunk, sizeKb }) => `${kb(sizeKb)}  ${chunk}`), totalKb, problem }
}

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
