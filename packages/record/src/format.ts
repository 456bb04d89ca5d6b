import type { ParsedWorkshop } from '@vispera/board'
import type { RecordOptions } from './document.ts'
import type { Paper } from './pdf/typst-data.ts'

export interface ExportOptions extends RecordOptions {
  /** One board only, for formats that are tables. */
  readonly board?: string
  /** Page size, for formats that have pages. */
  readonly paper?: Paper
}

/** What a format wrote; `title` overrides the workshop's in the file name. */
export interface Written {
  readonly body: string | Uint8Array
  readonly mediaType?: string
  readonly extension?: string
  readonly title?: string
}

/** A way to take a workshop home. Adding one is a folder with such a value and a line in `formats.ts`. */
export interface RecordFormat {
  readonly id: string
  readonly mediaType: string
  readonly extension: string
  /** Holds the whole workshop, sensitive and hidden notes included: for those who lead it. */
  readonly isWhole?: true
  /** Shows the images on notes, so it wants `workshop.images`. */
  readonly withImages?: true
  /** Work for a thread of its own. Throws a RecordError when it cannot be written. */
  readonly write: (workshop: ParsedWorkshop, options: ExportOptions) => Promise<Written>
  /** Makes the file of what was written, in a process of its own; the signal ends that process. */
  readonly finish?: (body: Written['body'], signal?: AbortSignal) => Promise<Uint8Array>
}
