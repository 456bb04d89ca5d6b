import { buildDocument } from '../document.ts'
import type { RecordFormat } from '../format.ts'
import { writeHtml } from './write-html.ts'

export const html: RecordFormat = {
  id: 'html',
  mediaType: 'text/html; charset=utf-8',
  withImages: true,
  extension: 'html',
  write: async (workshop, options) => ({ body: writeHtml(await buildDocument(workshop, options)) }),
}
