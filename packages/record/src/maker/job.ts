import type { ParsedWorkshop } from '@vispera/board'
import type { ExportOptions } from '../format.ts'
import type { ExportedRecord } from '../formats.ts'
import type { ImportResult } from '../json/import-json.ts'
import type { RecordRefusal } from '../record-error.ts'

/** What can be asked for from another thread: everything but functions. */
export type MakeOptions = Omit<ExportOptions, 'kindOf'>

/** What is handed to the thread: a record to write, or a saved workshop to read. */
export type RecordJob =
  | {
      readonly kind: 'write'
      readonly format: string
      readonly workshop: ParsedWorkshop
      readonly options: MakeOptions
    }
  | { readonly kind: 'read'; readonly text: string }

/** What comes back. */
export type RecordAnswer =
  | { readonly kind: 'written'; readonly record: ExportedRecord }
  | { readonly kind: 'read'; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly reason: RecordRefusal; readonly detail: string }
