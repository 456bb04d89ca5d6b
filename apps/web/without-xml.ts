import type { Plugin } from 'vite'

/** What Yjs keeps for XML, and what is left of it. The server lets no XML into a document (PROTOCOL.md, P36). */
const cuts: readonly (readonly [RegExp, string])[] = [
  [/readYText,\s*readYXmlElement,\s*readYXmlFragment,\s*readYXmlHook,\s*readYXmlText\s*\]/, 'readYText]'],
  [/getXmlElement \(name = ''\) \{\s*return [^\n]*\n\s*\}/, ''],
  [/getXmlFragment \(name = ''\) \{\s*return [^\n]*\n\s*\}/, ''],
]

/** Leaves out the XML types of Yjs. Where it changes its files they come back, and tools/size.mjs says so. */
export const withoutXml = (): Plugin => ({
  name: 'without-xml',
  apply: 'build',
  transform: {
    filter: { id: /[\\/]yjs[\\/]dist[\\/]yjs\.mjs$/ },
    handler: (code) => cuts.reduce((left, [cut, instead]) => left.replace(cut, instead), code),
  },
})
