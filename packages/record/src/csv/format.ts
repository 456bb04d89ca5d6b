import type { RecordFormat } from '../format.ts'
import { exportCsv, exportTables } from './export-csv.ts'

/** One board's table; without a board the tables of all, zipped where there are several. */
export const csv: RecordFormat = {
  id: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async write(workshop, options) {
    if (options.board !== undefined) return exportCsv(workshop, options.board, options)
    const { body, isZip } = await exportTables(workshop, options)
    return isZip ? { body, mediaType: 'application/zip', extension: 'zip' } : { body }
  },
}
