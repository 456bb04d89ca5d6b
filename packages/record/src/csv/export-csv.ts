import type { ParsedWorkshop } from '@vispera/board'
import { strToU8, zipSync } from 'fflate'
import type { BoardView, RecordContext } from '../document/context.ts'
import { prepareRecord, type RecordOptions } from '../document.ts'
import { fileNameOf } from '../file-name.ts'
import { type LedTable, ledTables } from '../led/tables.ts'
import { RecordError } from '../record-error.ts'
import { csvOf, writeCsv } from './write-csv.ts'

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

/** The tables of all boards that have one, of decisions and of votes: a single CSV where there is one, else a ZIP. */
export async function exportTables(
  workshop: ParsedWorkshop,
  options: RecordOptions = {},
): Promise<{ readonly body: string | Uint8Array; readonly isZip: boolean }> {
  const context = await prepareRecord(workshop, options)
  const views = context.views.filter((view) => view.kind?.csv === true)
  const [only] = views
  const led = ledTables(context)
  if (!only && led.length === 0) throw new RecordError('no-table', 'nothing in this workshop has one')
  if (only && views.length === 1 && led.length === 0) return { body: writeCsv(context, only), isZip: false }
  return { body: zipTables(context, views, led), isZip: true }
}

function zipTables(
  context: RecordContext,
  views: readonly BoardView[],
  led: readonly LedTable[],
): Uint8Array {
  const boards = views.map((view, index): [string, Uint8Array] => [
    // Numbered, so that two boards of one title never share a name.
    `${index + 1}-${fileNameOf(view.board.title, view.board.kind)}.csv`,
    strToU8(writeCsv(context, view)),
  ])
  const files = [
    ...led.map((table, index): [string, Uint8Array] => [
      `0-${index + 1}-${fileNameOf(table.name, 'table')}.csv`,
      strToU8(csvOf(table)),
    ]),
    ...boards,
  ]
  // A fixed time: the files are the same whenever they are made, and say nothing about when.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) })
}
