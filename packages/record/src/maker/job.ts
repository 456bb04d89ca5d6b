import type { ParsedWorkshop } from '@vispera/board'
import type { ExportOptions } from '../format.ts'
import type { ExportedRecord } from '../formats.ts'
import type { RecordRefusal } from '../record-error.ts'

/** What can be asked for from another thread: everything but functions. */
export type MakeOptions = Omit<ExportOptions, 'kindOf'>

/** What is handed to the thread that writes records. */
export interface RecordJob {
  readonly format: string
  readonly workshop: ParsedWorkshop
  readonly options: MakeOptions
}

/** What comes back. */
export type RecordAnswer =
  | { readonly kind: 'written'; readonly record: ExportedRecord }
  | { readonly kind: 'refused'; readonly reason: RecordRefusal; readonly detail: string }
