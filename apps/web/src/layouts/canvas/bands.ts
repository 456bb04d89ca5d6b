import type { Note } from '@vispera/board'
import type { ArrangeInput, Box, ListArea } from '../layout.ts'
import { type Rect, stepUp, union } from '../shared/geometry.ts'
import { cardBox, inOrder } from '../shared/notes.ts'
import { type as faces, noteGap, noteLeast, noteWidth } from '../shared/type.ts'
import { type Field, layRows, leastField } from './field.ts'

/** A ring or a lane of the field, for one value of a field. */
export interface Band {
  readonly key: string
  readonly rect: Rect
  readonly label: string
  readonly round: boolean
}

const pitch = noteWidth + noteGap
const ringStep = 185
/** A ring without notes shows its name and takes a drop. */
const emptyRing = 76
const laneColumns = 2

/** The same notes by the value of one field: in rings round the first option, or in lanes side by side. */
export function layBands(
  input: ArrangeInput,
  notes: readonly Note[],
  by: string,
  round: boolean,
  theme: string,
): Field & { readonly bands: readonly Band[] } {
  const { options, noteKind } = optionsOf(input, by)
  const sorted = inOrder(notes.filter((note) => note.kind !== theme))
  const groups = options.map((option) => ({
    key: `field:${by}/${option}`,
    label: input.words.t(`option.${noteKind}.${by}.${option}`),
    notes: sorted.filter((note) => note.fields[by] === option),
  }))
  const unsaid = sorted.filter((note) => !options.includes(String(note.fields[by])))
  const laid = round ? layRings(input, groups) : layLanes(input, groups)
  const bottom = laid.bottom + 40
  const flow = layRows(input, unsaid, 0, bottom + faces.prompt.size * 1.33 + noteGap, leastField.w)
  const boxes = new Map<string, Box>([...laid.boxes, ...flow])
  const content = union([...boxes.values(), ...laid.bands.map(({ rect }) => rect)])
  const rect: Rect = {
    x: 0,
    y: 0,
    w: stepUp(content ? content.x + content.w : 0, 120, leastField.w),
    h: stepUp(content ? content.y + content.h + 24 : 0, 120, leastField.h),
  }
  const loose = unsaid.length > 0 ? { x: 0, y: bottom, w: leastField.w } : null
  return { rect, boxes, areas: laid.areas, bands: laid.bands, loose }
}

function optionsOf({ kind }: ArrangeInput, by: string): { options: readonly string[]; noteKind: string } {
  for (const noteKind of kind.noteKinds) {
    const field = noteKind.fields.find(({ id }) => id === by)
    if (field?.type.type === 'enum') return { options: field.type.options, noteKind: noteKind.id }
  }
  return { options: [], noteKind: '' }
}

interface Group {
  readonly key: string
  readonly label: string
  readonly notes: readonly Note[]
}
interface Laid {
  readonly boxes: (readonly [string, Box])[]
  readonly areas: ListArea[]
  readonly bands: Band[]
  readonly bottom: number
}

/** Rings round one middle, each as wide as its notes need; a gap at the top holds the ring's name. */
function layRings(input: ArrangeInput, groups: readonly Group[]): Laid {
  let outer = 0
  const rings = groups.map(({ notes }, index) => {
    const depth = notes.length === 0 && index > 0 ? emptyRing : ringStep
    const around = ((notes.length + 1) * (noteWidth + 26)) / (2 * Math.PI)
    const r = Math.max(index === 0 ? 130 : outer + depth / 2, around)
    outer = r + depth / 2
    return { r, outer }
  })
  const reach = outer
  const cx = Math.max(reach, leastField.w / 2)
  const cy = reach + 10
  const boxes: (readonly [string, Box])[] = []
  const areas: ListArea[] = []
  const bands: Band[] = []
  groups.forEach((group, ring) => {
    const { r, outer: edge } = rings[ring] ?? { r: 0, outer: 0 }
    const rect = { x: cx - edge, y: cy - edge, w: 2 * edge, h: 2 * edge }
    group.notes.forEach((note, index) => {
      const angle = -Math.PI / 2 + ((index + 1) * 2 * Math.PI) / (group.notes.length + 1)
      const box = cardBox(input, note, 0, 0, { w: noteWidth, least: noteLeast })
      boxes.push([
        note.id,
        {
          ...box,
          x: Math.round(cx + r * Math.cos(angle) - box.w / 2),
          y: Math.round(cy + r * Math.sin(angle) - box.h / 2),
        },
      ])
    })
    areas.push({
      key: group.key,
      rect,
      ids: group.notes.map(({ id }) => id),
      run: 'flow',
      label: group.label,
    })
    bands.push({ key: group.key, rect, label: group.label, round: true })
  })
  return { boxes, areas, bands, bottom: cy + reach }
}

function layLanes(input: ArrangeInput, groups: readonly Group[]): Laid {
  const w = laneColumns * pitch - noteGap
  const top = faces.theme.size * 1.25 + 26
  const boxes: (readonly [string, Box])[] = []
  const rects = groups.map((group, lane) => {
    const x = lane * (w + 30)
    const rows = layRows(input, group.notes, x, top, w)
    boxes.push(...rows)
    const bottom = Math.max(top + noteLeast, ...rows.map(([, box]) => box.y + box.h))
    return { x, y: 0, w, h: bottom }
  })
  const bottom = Math.max(leastField.h - 60, ...rects.map((rect) => rect.h))
  const full = (rect: Rect): Rect => ({ ...rect, h: bottom })
  return {
    boxes,
    areas: groups.map(({ key, label, notes }, lane) => ({
      key,
      rect: full(rects[lane] as Rect),
      ids: notes.map(({ id }) => id),
      run: 'flow',
      label,
    })),
    bands: groups.map(({ key, label }, lane) => ({
      key,
      rect: full(rects[lane] as Rect),
      label,
      round: false,
    })),
    bottom,
  }
}
