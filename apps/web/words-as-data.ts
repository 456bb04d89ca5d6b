import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const catalogueImport =
  /import\(\s*(['"])([^'"]+\/messages\/[^'"]+\.json)\1\s*(?:,\s*\{[^{}]*\{[^{}]*\}\s*\})?\s*\)/g

/**
 * Sends catalogues as data instead of scripts: each `import('.../messages/en.json')` becomes a fetch of a
 * hashed file whose messages are parsed already. The phone then neither compiles words as code nor carries
 * the parser of ICU messages.
 */
export const wordsAsData = (): Plugin => ({
  name: 'words-as-data',
  apply: 'build',
  config: () => ({
    resolve: {
      alias: [
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      ],
    },
  }),
  transform: {
    filter: { code: /messages\/[^'"]+\.json/ },
    async handler(code, id) {
      const found = [...code.matchAll(catalogueImport)]
      let changed = code
      for (const [whole, , path] of found) {
        const file = resolve(dirname(id), path as string)
        this.addWatchFile(file)
        const reference = this.emitFile({
          type: 'asset',
          name: `words-${basename(file)}`,
          source: JSON.stringify(compile(JSON.parse(await readFile(file, 'utf8')))),
        })
        changed = changed.replace(
          whole,
          `fetch(import.meta.ROLLUP_FILE_URL_${reference}).then((answer) => { if (!answer.ok) throw new Error('no words'); return answer.json() }).then((words) => ({ default: words }))`,
        )
      }
      return changed === code ? null : { code: changed, map: null }
    },
  },
})

type Compiled = string | MessageFormatElement[]

/** Messages without values stay strings; the others become their parsed form. */
function compile(messages: Record<string, string>): Record<string, Compiled> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => {
      const elements = parse(message, { ignoreTag: true })
      const [only] = elements
      const isPlain = elements.length === 1 && only?.type === TYPE.literal && !/[{}']/.test(only.value)
      return [id, isPlain ? only.value : elements]
    }),
  )
}
