import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root } from './process.mjs'

// What a participant's phone loads before it can write a note: the entry, and the screen of /w/:id.
const route = 'workshop-screen.tsx'
const limitKb = 170

/** Adds up the gzipped JavaScript of a participant's first visit, as a table and, above the limit, a problem. */
export function measureFirstVisit(dist = join(root, 'apps/web/dist')) {
  const file = join(dist, '.vite/manifest.json')
  if (!existsSync(file))
    return { table: '', problem: 'there is no build to measure (apps/web/dist/.vite/manifest.json)' }
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const { chunks, problem } = firstVisitChunks(manifest)
  const sizes = chunks.map((chunk) => ({
    chunk,
    kb: gzipSync(readFileSync(join(dist, chunk)), { level: 9 }).length / 1000,
  }))
  const totalKb = sizes.reduce((total, { kb }) => total + kb, 0)
  const rows = sizes
    .sort((a, b) => b.kb - a.kb)
    .map(({ chunk, kb }) => `${kb.toFixed(1).padStart(8)} kB  ${chunk}`)
  const table = [...rows, `${totalKb.toFixed(1).padStart(8)} kB  of at most ${limitKb} kB gzipped`].join('\n')
  const tooMuch =
    totalKb > limitKb ? `a first visit loads ${totalKb.toFixed(1)} kB of at most ${limitKb} kB` : undefined
  return { table, totalKb, problem: problem ?? tooMuch }
}

/** The script files of a first visit: everything the entry and the route reach by static imports. */
export function firstVisitChunks(manifest) {
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
  if (!entry) return { chunks: [], problem: 'the manifest names no entry' }
  const screen = Object.keys(manifest).find((key) => key.endsWith(route))
  const reached = new Set()
  for (const key of [entry, screen]) if (key) reach(manifest, key, reached)
  const chunks = [...new Set([...reached].map((key) => manifest[key].file))].filter((file) =>
    file.endsWith('.js'),
  )
  // Words are loaded by language as soon as the page knows which: the largest catalogue counts.
  return { chunks }
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
