import type { ParsedWorkshop } from '@vispera/board'
import { csv } from './csv/format.ts'
import { fileNameOf } from './file-name.ts'
import type { ExportOptions, RecordFormat } from './format.ts'
import { html } from './html/format.ts'
import { json } from './json/format.ts'
import { markdown } from './markdown/format.ts'
import { pdf } from './pdf/format.ts'
import { RecordError } from './record-error.ts'

/** All formats, in the order in which they are offered. A new format is one folder and one line here. */
export const recordFormats: readonly RecordFormat[] = [html, pdf, markdown, csv, json]

export interface ExportedRecord {
  readonly body: string | Uint8Array
  readonly mediaType: string
  /** From the title, in any script; a server sends it as `filename*`. */
  readonly fileName: string
}

/** The format of this id. Throws a RecordError when there is none. */
export function formatOf(id: string): RecordFormat {
  const found = recordFormats.find((format) => format.id === id)
  if (!found) throw new RecordError('unknown-format', id)
  return found
}

/** Writes a workshop in one format. Throws a RecordError when that cannot be done. */
export async function exportRecord(
  format: string,
  workshop: ParsedWorkshop,
  options: ExportOptions = {},
): Promise<ExportedRecord> {
  const record = await writeRecord(format, workshop, options)
  const { finish } = formatOf(format)
  return finish ? { ...record, body: await finish(record.body) } : record
}

/** The same up to what the format leaves to be finished. */
export async function writeRecord(
  format: string,
  workshop: ParsedWorkshop,
  options: ExportOptions,
): Promise<ExportedRecord> {
  const found = formatOf(format)
  const written = await found.write(workshop, options)
  const name = fileNameOf(written.title ?? workshop.workshop.title, 'record')
  return {
    body: written.body,
    mediaType: written.mediaType ?? found.mediaType,
    fileName: `${name}.${written.extension ?? found.extension}`,
  }
}
