import { isZonePlace, type Note } from '@vispera/board'
import type { Field, Layout } from '@vispera/kinds'
import type { ArrangeInput, Arrangement, Box, ListArea } from '../layout.ts'
import { dateWords, factOf } from '../shared/card.ts'
import { type Rect, union } from '../shared/geometry.ts'
import { headHeight, type ListHead } from '../shared/list.ts'
import { byZone, inOrder, sortOut } from '../shared/notes.ts'
import { type as faces, noteGap } from '../shared/type.ts'
import { layZone, zoneLabel, zonePrompt } from '../shared/zone-list.ts'

type TableLayout = Extract<Layout, { engine: 'table' }>

export interface TableColumn {
  readonly field: string | null
  readonly label: string
  readonly x: number
  readonly w: number
}
export interface Table {
  readonly head: ListHead
  readonly columns: readonly TableColumn[]
  /** Where the column names stand. */
  readonly names: Rect
  readonly rect: Rect
}
export interface TableFurniture {
  readonly tables: readonly Table[]
  readonly heads: readonly ListHead[]
}

const width = 1296
const wordsWidth = 460
const listColumns = 4
const rowPad = 22
const namesHeight = 34

/** Zones with fields as tables, a row per note; the other zones as lists under them. */
export function arrangeTable(input: ArrangeInput): Arrangement<TableFurniture> {
  const layout = input.kind.layout as TableLayout
  const { shown } = sortOut(input.board.notes)
  const zones = input.kind.zones.filter(({ holds }) => holds === 'list' || holds === 'main')
  const known = new Set(zones.map(({ id }) => id))
  const tray = zones.find((zone) => zone.tray)?.id
  const listed = byZone(shown, ({ place }) =>
    isZonePlace(place) && known.has(place.zone) ? undefined : tray,
  )
  const boxes = new Map<string, Box>()
  const lists: ListArea[] = []
  let y = 0
  const tables = zones
    .filter(({ id }) => layout.columns[id] !== undefined)
    .map((zone) => {
      const table = layTable(
        input,
        zone.id,
        layout.columns[zone.id] ?? [],
        inOrder(listed.get(zone.id) ?? []),
        y,
        boxes,
        lists,
      )
      y = table.rect.y + table.rect.h + 48
      return table
    })
  const plain = zones.filter(({ id }) => layout.columns[id] === undefined)
  const columns = Math.min(listColumns, Math.max(1, plain.length))
  const w = (width - (columns - 1) * 28) / columns
  const heads: ListHead[] = []
  for (let start = 0; start < plain.length; start += columns) {
    const row = plain.slice(start, start + columns).map((zone, index) => {
      const block = layZone(input, { zone, notes: listed.get(zone.id) ?? [], x: index * (w + 28), y, w })
      for (const [id, box] of block.boxes) boxes.set(id, box)
      lists.push(block.area)
      heads.push(block.head)
      return block.rect
    })
    y = Math.max(...row.map((rect) => rect.y + rect.h)) + 40
  }
  const bounds = union([
    { x: 0, y: 0, w: width, h: 200 },
    ...tables.map(({ rect }) => rect),
    ...lists.map(({ rect }) => rect),
  ]) as Rect
  return {
    boxes,
    furniture: { tables, heads },
    links: [],
    lists,
    bounds,
    home: { ...bounds, h: Math.min(bounds.h, 1000) },
    readingOrder: lists.flatMap(({ ids }) => ids),
  }
}

function layTable(
  input: ArrangeInput,
  zone: string,
  fields: readonly string[],
  notes: readonly Note[],
  y: number,
  boxes: Map<string, Box>,
  lists: ListArea[],
): Table {
  const kinds = input.kind.zones.find(({ id }) => id === zone)?.noteKinds ?? []
  const label = zoneLabel(input, zone)
  const prompt = zonePrompt(input, zone)
  const head = headHeight(input, label, prompt, width)
  const columns = tableColumns(input, kinds[0] ?? '', fields)
  const mirrored =
    input.dir === 'rtl' ? columns.map((column) => ({ ...column, x: width - column.x - column.w })) : columns
  const top = y + head + namesHeight
  let foot = top
  for (const note of notes) {
    const h = Math.ceil(Math.max(46, ...mirrored.map((column) => cellHeight(input, note, column))))
    boxes.set(note.id, { x: 0, y: foot, w: width, h, look: 'row', color: 'chalk' })
    foot += h
  }
  const bottom = notes.length === 0 ? top + 62 : foot + noteGap
  const rect = { x: 0, y, w: width, h: bottom - y }
  const place = { zone }
  const key = `zone:${zone}`
  lists.push({ key, rect, ids: notes.map(({ id }) => id), run: 'down', label, place })
  return {
    head: {
      key,
      rect: { x: 0, y, w: width, h: head },
      label,
      prompt,
      place,
      emptySlot: notes.length === 0 ? { x: 0, y: top + 6, w: width, h: 50 } : null,
      adds: kinds[0] ?? null,
    },
    columns: mirrored,
    names: { x: 0, y: y + head, w: width, h: namesHeight },
    rect,
  }
}

function tableColumns({ words }: ArrangeInput, noteKind: string, fields: readonly string[]): TableColumn[] {
  const w = (width - wordsWidth) / Math.max(1, fields.length)
  return [
    { field: null, label: words.t(`noteKind.${noteKind}`), x: 0, w: wordsWidth },
    ...fields.map((field, index) => ({
      field,
      label: words.t(`field.${noteKind}.${field}`),
      x: wordsWidth + index * w,
      w,
    })),
  ]
}

/** What one field of a note says in its column. */
export function cellWords(
  { kind, words }: Pick<ArrangeInput, 'kind' | 'words'>,
  note: Note,
  field: string,
): string {
  const type: Field | undefined = kind.noteKinds
    .find(({ id }) => id === note.kind)
    ?.fields.find(({ id }) => id === field)
  if (!type || type.sensitive) return ''
  return type.type.type === 'fuzzyDate'
    ? dateWords(note.fields[field])
    : (factOf(note, type, words)?.text ?? '')
}

function cellHeight(input: ArrangeInput, note: Note, { field, w }: TableColumn): number {
  const text = field === null ? note.text : cellWords(input, note, field)
  return input.measure.height(text, w - 44, field === null ? faces.noteStrong : faces.note) + rowPad
}
