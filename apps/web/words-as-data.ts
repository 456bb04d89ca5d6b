import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import type { Part } from './src/i18n/parts.ts'

const catalogueImport =
  /import\(\s*(['"])([^'"]+\/messages\/[^'"]+\.json)\1\s*(?:,\s*\{[^{}]*\{[^{}]*\}\s*\})?\s*\)/g

export const words = (): Plugin[] => [wordsAsData, parsedWords]

/** In `vite dev` catalogues are scripts, and their messages are parsed as well. */
const parsedWords: Plugin = {
  name: 'parsed-words',
  apply: 'serve',
  enforce: 'pre',
  transform: {
    filter: { id: /\/messages\/.*\.json/ },
    handler: (code) => ({ code: JSON.stringify(compile(JSON.parse(code))), map: null }),
  },
}

/**
 * Sends catalogues as data instead of scripts: each `import('.../messages/en.json')` becomes a fetch of a
 * hashed file whose messages are parsed already. The phone then neither compiles words as code nor carries
 * the parser of ICU messages.
 */
const wordsAsData: Plugin = {
  name: 'words-as-data',
  apply: 'build',
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
}

/** Messages without values stay strings; the others become their parsed form. */
function compile(messages: Record<string, string>): Record<string, string | readonly Part[]> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => {
      const parts = parse(message, { ignoreTag: true }).map((element) => partOf(id, element))
      const [only] = parts
      return [id, parts.length === 1 && only?.type === TYPE.literal ? only.value : parts]
    }),
  )
}

function partOf(id: string, element: MessageFormatElement): Part {
  const { type } = element
  if (type === TYPE.literal || type === TYPE.argument) return { type, value: element.value }
  if (type === TYPE.pound) return { type }
  if (type === TYPE.number && !element.style) return { type, value: element.value }
  if (type !== TYPE.select && !(type === TYPE.plural && element.pluralType === 'cardinal'))
    throw new Error(`${id} uses more of ICU than src/i18n/parts.ts can say`)
  const options = Object.fromEntries(
    Object.entries(element.options).map(([key, { value }]) => [
      key,
      { value: value.map((one) => partOf(id, one)) },
    ]),
  )
  if (type === TYPE.select) return { type, value: element.value, options }
  return { type, value: element.value, options, offset: element.offset }
}
