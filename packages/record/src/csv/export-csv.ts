import type { ParsedWorkshop } from '@vispera/board'
import { strToU8, zipSync } from 'fflate'
import type { BoardView, RecordContext } from '../document/context.ts'
import { prepareRecord, type RecordOptions } from '../document.ts'
import { fileNameOf } from '../file-name.ts'
import { RecordError } from '../record-error.ts'
import { writeCsv } from './write-csv.ts'

/** One board's table as CSV. Throws a RecordError for a board that is not there or has no table. */
export async function exportCsv(
  workshop: ParsedWorkshop,
  boardId: string,
  options: RecordOptions = {},
): Promise<{ readonly body: string; readonly title: string }> {
  const context = await prepareRecord(workshop, options)
  const view = context.views.find((one) => one.board.id === boardId)
  if (!view) throw new RecordError('unknown-board', boardId)
  if (view.kind?.csv !== true) throw new RecordError('no-table', boardId)
  return { body: writeCsv(context, view), title: view.board.title }
}

/** The tables of all boards that have one: a single CSV where there is one, else a ZIP of them. */
export async function exportTables(
  workshop: ParsedWorkshop,
  options: RecordOptions = {},
): Promise<{ readonly body: string | Uint8Array; readonly isZip: boolean }> {
  const context = await prepareRecord(workshop, options)
  const views = context.views.filter((view) => view.kind?.csv === true)
  const [only] = views
  if (!only) throw new RecordError('no-table', 'no board of this workshop has one')
  if (views.length === 1) return { body: writeCsv(context, only), isZip: false }
  return { body: zipTables(context, views), isZip: true }
}

function zipTables(context: RecordContext, views: readonly BoardView[]): Uint8Array {
  const files = views.map((view, index): [string, Uint8Array] => [
    // Numbered, so that two boards of one title never share a name.
    `${index + 1}-${fileNameOf(view.board.title, view.board.kind)}.csv`,
    strToU8(writeCsv(context, view)),
  ])
  // A fixed time: the files are the same whenever they are made, and say nothing about when.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) })
}
