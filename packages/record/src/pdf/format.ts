import { buildDocument } from '../document.ts'
import type { RecordFormat } from '../format.ts'
import { writePdf } from './write-pdf.ts'

export const pdf: RecordFormat = {
  id: 'pdf',
  mediaType: 'application/pdf',
  extension: 'pdf',
  async write(workshop, options) {
    const { body } = await writePdf(await buildDocument(workshop, options), { paper: options.paper ?? 'a4' })
    return { body }
  },
}
