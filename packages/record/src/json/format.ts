import type { RecordFormat } from '../format.ts'
import { exportJson } from './export-json.ts'

/** The whole workshop, to be read back; not a record that leaves anything out. */
export const json: RecordFormat = {
  id: 'json',
  mediaType: 'application/json',
  withImages: true,
  extension: 'json',
  isWhole: true,
  write: async (workshop) => ({ body: exportJson(workshop) }),
}
