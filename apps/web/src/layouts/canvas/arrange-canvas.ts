import { isZonePlace, type Note } from '@vispera/board'
import type { Layout, Zone } from '@vispera/kinds'
import type { ArrangeInput, Arrangement, ListArea } from '../layout.ts'
import { curveLinks } from '../shared/curve.ts'
import { type Rect, union } from '../shared/geometry.ts'
import type { ListBlock, ListHead } from '../shared/list.ts'
import { byZone, sortOut } from '../shared/notes.ts'
import { eyeOrder } from '../shared/reading-order.ts'
import { type as faces, listWidth } from '../shared/type.ts'
import { layZone, zoneLabel, zonePrompt } from '../shared/zone-list.ts'
import { type Band, layBands } from './bands.ts'
import { type Field, layField, leastField, split } from './field.ts'
import { membersOf } from './themes.ts'

type CanvasLayout = Extract<Layout, { engine: 'canvas' }>

export interface CanvasFurniture {
  readonly field: Rect
  readonly banner: {
    readonly rect: Rect
    readonly label: string
    readonly setting: string
    readonly placeholder: string
  } | null
  /** A list with an edge of its own, beside the banner. */
  readonly card: { readonly rect: Rect; readonly head: ListHead } | null
  readonly heads: readonly ListHead[]
  /** A strip under the field: its rule and its heading at the start. */
  readonly strip: { readonly rule: Rect; readonly head: ListHead } | null
  readonly loose: { readonly x: number; readonly y: number; readonly w: number } | null
  /** Names of rings or lanes, where another arrangement is chosen. */
  readonly bands: readonly Band[]
}

const gutter = 33
const cardWidth = 384
/** From the rule under the banner to the first theme. */
const underBanner = 20
const stripHead = 286

export function arrangeCanvas(input: ArrangeInput): Arrangement<CanvasFurniture> {
  const layout = input.kind.layout as CanvasLayout
  const sorted = sortOut(input.board.notes)
  const inArea = (area: string): Zone[] => input.kind.zones.filter((zone) => layout.areas[zone.id] === area)
  const members = membersOf(sorted, layout.theme)
  const inTheme = new Set([...members.values()].flatMap((list) => list.map(({ id }) => id)))
  // A theme is a heading with its notes under it: it always stands on the field.
  const isListed = ({ id, kind, place, keepSeparate }: Note) =>
    kind !== layout.theme &&
    ((layout.apart !== undefined && keepSeparate === true) ||
      (!inTheme.has(id) && isZonePlace(place) && (layout.areas[place.zone] ?? 'main') !== 'main'))
  const [inLists, ground] = split(sorted.shown, isListed)
  const listed = byZone(inLists, (note) => (note.keepSeparate ? layout.apart : undefined))

  const by = layout.arrangements.find(({ id }) => id === input.arrangement)?.by
  const field: Field & { readonly bands?: readonly Band[] } =
    by === undefined
      ? layField(
          input,
          inTheme.size === 0 ? ground : ground.filter(({ id }) => !inTheme.has(id)),
          layout.theme,
          members,
        )
      : layBands(input, ground, by, input.arrangement === 'rings', layout.theme)

  const { boxes } = field
  const lists: ListArea[] = [...field.areas]
  const take = (block: ListBlock) => {
    for (const [id, box] of block.boxes) boxes.set(id, box)
    lists.push(block.area)
    return block
  }

  const top = bannerTop(input, field.rect, inArea('banner')[0])
  const column = (areas: readonly Zone[], x: number): ListBlock[] => {
    let y = top
    return areas.map((zone) => {
      const block = take(layZone(input, { zone, notes: listed.get(zone.id) ?? [], x, y, w: listWidth }))
      y = block.rect.y + block.rect.h + 30
      return block
    })
  }
  const start = column(inArea('start'), field.rect.x - gutter - listWidth)
  const end = column([...inArea('end'), ...inArea('end-low')], field.rect.x + field.rect.w + gutter)
  const card = layCard(input, inArea('card')[0], listed, field.rect, take)
  const strip = layStrip(input, inArea('bottom')[0], listed, field.rect, take)
  const banner = layBanner(input, inArea('banner')[0], field.rect, top, card !== null)

  const furniture: CanvasFurniture = {
    field: field.rect,
    banner,
    card,
    heads: [...start, ...end].map(({ head }) => head),
    strip,
    loose: field.loose,
    bands: field.bands ?? [],
  }
  const frame = union([
    field.rect,
    ...[...start, ...end].map(({ rect }) => rect),
    ...(banner ? [banner.rect] : []),
    ...(card ? [card.rect] : []),
    ...(strip ? [strip.rule, strip.head.rect] : []),
    union(boxes.values()) ?? field.rect,
  ]) as Rect
  return {
    boxes,
    furniture,
    links: curveLinks(input, boxes, undefined, headingsFor(input, members)),
    lists,
    bounds: frame,
    home: homeOf(frame, top),
    readingOrder: eyeOrder(boxes, lists, input.dir),
  }
}

/** Notes of folded themes, each with the heading that stands for it. */
function headingsFor({ folded }: ArrangeInput, members: ReadonlyMap<string, readonly Note[]>) {
  const shut = [...members].filter(([theme]) => folded.has(`theme:${theme}`))
  return new Map(shut.flatMap(([theme, notes]) => notes.map(({ id }) => [id, theme] as const)))
}

/** What is shown first: the beginning of the field with its furniture; a card grown tall does not push it away. */
function homeOf(frame: Rect, top: number): Rect {
  const y = Math.max(frame.y, top - 260)
  return {
    ...frame,
    y,
    w: Math.min(frame.w, leastField.w + 2 * (gutter + listWidth)),
    h: Math.min(frame.y + frame.h - y, 1250),
  }
}

/** Where the banner and the lists beside the field begin: the banner grows upwards from its rule. */
function bannerTop(input: ArrangeInput, field: Rect, zone: Zone | undefined): number {
  if (!zone) return field.y
  const text = String(input.board.settings[zone.id] ?? '')
  const height = input.measure.height(text || ' ', bannerWidth(field, true) - 70, faces.banner)
  return field.y - underBanner - Math.ceil(height + faces.label.size * 1.4 + 24)
}

const bannerWidth = (field: Rect, hasCard: boolean) =>
  Math.min(field.w, leastField.w) - (hasCard ? cardWidth + 24 : 0)

function layBanner(
  input: ArrangeInput,
  zone: Zone | undefined,
  field: Rect,
  top: number,
  hasCard: boolean,
): CanvasFurniture['banner'] {
  if (!zone) return null
  const placeholder = `${input.kind.id}.setting.${zone.id}.placeholder`
  return {
    rect: { x: field.x, y: top, w: bannerWidth(field, hasCard), h: field.y - underBanner - top },
    label: zoneLabel(input, zone.id),
    setting: zone.id,
    placeholder: input.words.has(placeholder) ? input.words.t(placeholder) : zonePrompt(input, zone.id),
  }
}

type Take = (block: ListBlock) => ListBlock

/** The card stands on the banner's rule and grows upwards with what it holds. */
function layCard(
  input: ArrangeInput,
  zone: Zone | undefined,
  listed: Map<string, Note[]>,
  field: Rect,
  take: Take,
): CanvasFurniture['card'] {
  if (!zone) return null
  const pad = 17
  const notes = listed.get(zone.id) ?? []
  const x = field.x + Math.min(field.w, leastField.w) - cardWidth + pad
  // Once the picture is written, its question has done its work and gives way.
  const isWritten = notes.length > 0
  const lay = (y: number) =>
    layZone(input, {
      zone,
      notes,
      x,
      y,
      w: cardWidth - 2 * pad,
      least: 0,
      ...(isWritten ? { prompt: '' } : {}),
    })
  const trial = lay(0)
  const inner = isWritten ? trial.rect.h : trial.head.rect.h
  const block = take(lay(field.y - underBanner - inner - 8))
  const rect = { x: x - pad, y: block.rect.y - pad, w: cardWidth, h: inner + pad + 8 }
  return { rect, head: { ...block.head, emptySlot: null } }
}

function layStrip(
  input: ArrangeInput,
  zone: Zone | undefined,
  listed: Map<string, Note[]>,
  field: Rect,
  take: Take,
): CanvasFurniture['strip'] {
  if (!zone) return null
  const w = Math.min(field.w, 2 * leastField.w)
  const y = field.y + field.h
  const columns = Math.max(1, Math.floor((w - stripHead + 12) / (245 + 12)))
  const notes = listed.get(zone.id) ?? []
  const body = layZone(input, {
    zone,
    notes,
    x: field.x + stripHead,
    y: 0,
    w: w - stripHead,
    least: 62,
    columns,
  })
  // The strip's heading stands beside its notes, not over them.
  const lift = y + 16 - body.head.rect.h
  const boxes = body.boxes.map(([id, box]) => [id, { ...box, y: box.y + lift, bold: true }] as const)
  const slot = body.head.emptySlot && { ...body.head.emptySlot, y: body.head.emptySlot.y + lift }
  const rect = { x: field.x, y, w, h: body.rect.h - body.head.rect.h + 24 }
  take({ ...body, boxes, rect, area: { ...body.area, rect } })
  return {
    rule: { x: field.x, y, w, h: 1 },
    head: { ...body.head, rect: { x: field.x, y: y + 12, w: stripHead - 16, h: 90 }, emptySlot: slot },
  }
}
