import type { Plugin, Rolldown } from 'vite'

/** So many scripts may be named along with a part: one that brings more is not waited for by anybody. */
const few = 4

/**
 * With each part that comes later, Vite writes the scripts and styles to fetch along with it. Those that came with
 * the script that asks are taken out here, and scripts where they are many: every mention is a hash, which no
 * compressor makes smaller. What everybody needs at first stays as it is.
 */
export const fetchedAlong = (): Plugin => ({
  name: 'fetched-along',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.code.includes('__vite__mapDeps')) continue
        file.code = withoutKnown(file.code, closureOf(file, bundle), file.name === 'page')
      }
    },
  },
})

const list = /m\.f=(\[[^\]]*\])/
const mention = /__vite__mapDeps\((\[[\d,]*\])\)/g

function withoutKnown(code: string, known: ReadonlySet<string>, isFirst: boolean): string {
  const found = list.exec(code)?.[1]
  if (found === undefined) throw new Error('Vite writes what is fetched along in another way')
  const files: string[] = JSON.parse(found)
  const kept: string[] = []
  const placeOf = (file: string) => (kept.includes(file) ? kept.indexOf(file) : kept.push(file) - 1)
  const mentioned = code.replace(mention, (_, indices) => {
    const along = (JSON.parse(indices) as number[])
      .map((index) => files[index] ?? '')
      .filter((file) => !known.has(file))
    // A part names its scripts itself; its styles only stand here.
    const wanted = isFirst || along.length <= few ? along : along.filter((file) => file.endsWith('.css'))
    return `__vite__mapDeps([${wanted.map(placeOf)}])`
  })
  return mentioned.replace(list, () => `m.f=${JSON.stringify(kept)}`)
}

/** What is there when a script runs: itself, all that it imports at once, and their styles. */
function closureOf(script: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (one: Rolldown.OutputBundle[string] | undefined) => {
    if (one?.type !== 'chunk' || found.has(one.fileName)) return
    found.add(one.fileName)
    for (const style of one.viteMetadata?.importedCss ?? []) found.add(style)
    for (const next of one.imports) visit(bundle[next])
  }
  visit(script)
  return found
}
