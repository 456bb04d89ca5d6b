import { buildDocument } from '../document.ts'
import type { RecordFormat } from '../format.ts'
import { writeMarkdown } from './write-markdown.ts'

export const markdown: RecordFormat = {
  id: 'markdown',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  write: async (workshop, options) => ({ body: writeMarkdown(await buildDocument(workshop, options)) }),
}
