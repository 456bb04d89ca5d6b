import { buildDocument } from '../document.ts'
import type { RecordFormat } from '../format.ts'
import { typstData } from './typst-data.ts'
import { setPdf } from './write-pdf.ts'

export const pdf: RecordFormat = {
  id: 'pdf',
  mediaType: 'application/pdf',
  withImages: true,
  extension: 'pdf',
  write: async (workshop, options) => ({
    body: JSON.stringify(typstData(await buildDocument(workshop, options), options.paper ?? 'a4')),
  }),
  finish: async (body, signal) => (await setPdf(String(body), signal && { signal })).body,
}
