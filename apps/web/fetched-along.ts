import type { Plugin, Rolldown } from 'vite'

/**
 * With each part that comes later, Vite writes the scripts and styles to fetch along with it. Those that came with
 * the script that asks are taken out here: every mention is a hash, which no compressor makes smaller.
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
        file.code = withoutKnown(file.code, closureOf(file, bundle))
      }
    },
  },
})

const list = /m\.f=(\[[^\]]*\])/
const mention = /__vite__mapDeps\((\[[\d,]*\])\)/g

function withoutKnown(code: string, known: ReadonlySet<string>): string {
  const found = list.exec(code)?.[1]
  if (found === undefined) throw new Error('Vite writes what is fetched along in another way')
  const files: string[] = JSON.parse(found)
  const kept = files.filter((file) => !known.has(file))
  const place = (index: number) => kept.indexOf(files[index] ?? '')
  const places = (indices: string) => (JSON.parse(indices) as number[]).map(place).filter((at) => at >= 0)
  return code
    .replace(list, () => `m.f=${JSON.stringify(kept)}`)
    .replace(mention, (_, indices) => `__vite__mapDeps([${places(indices)}])`)
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
