import type { Note } from '@vispera/board'
import type { ArrangeInput, Box, ListArea } from '../layout.ts'
import { dateWords } from '../shared/card.ts'
import { colorOf } from '../shared/color-of.ts'
import type { Rect } from '../shared/geometry.ts'
import { type as faces } from '../shared/type.ts'
import { zoneLabel, zonePrompt } from '../shared/zone-list.ts'
import type { GridFurniture } from './arrange-grid.ts'
import { cellOf, type GridLayout } from './cell-of.ts'
import { rowHead } from './matrix.ts'

/** What stands under a moment's name. */
export interface MomentFacts {
  /** "theirs · budget month, fixed" */
  readonly when: string
  /** It has passed. */
  readonly isOver: boolean
  /** "1 inside, 1 outside" */
  readonly counts: string
}

const leastPitch = 300
const addSize = 44
/** The dot on the rail; the name stands under it. */
export const dotSize = 28

/** Moments in order along a rail under the grid, each with what is planned for it. */
export function layMoments(
  input: ArrangeInput,
  layout: GridLayout,
  notes: readonly Note[],
  grid: Rect,
  boxes: Map<string, Box>,
  lists: ListArea[],
): GridFurniture['moments'] {
  const { moments } = layout
  if (!moments) return null
  const label = zoneLabel(input, moments.zone)
  const prompt = zonePrompt(input, moments.zone)
  const y = grid.y + grid.h + 34
  const pitch = Math.max(leastPitch, Math.floor(grid.w / Math.max(3, notes.length)))
  const total = Math.max(grid.w, notes.length * pitch)
  const passed = input.derived().passedMoments
  const over = new Set(Array.isArray(passed) ? passed : [])
  const facts = new Map<string, MomentFacts>()
  let h = 92
  notes.forEach((note, index) => {
    const fact = factsOf(input, layout, note, over.has(note.id))
    facts.set(note.id, fact)
    // The last one leaves room for the button at the end of the rail.
    const w = Math.min(pitch - 24, total - addSize - 8 - (24 + index * pitch))
    const under =
      input.measure.height(note.text || ' ', w, faces.label) +
      input.measure.height(`${fact.when}   ${fact.counts}`, w, faces.prompt)
    const height = Math.ceil(dotSize + 8 + under)
    h = Math.max(h, height)
    boxes.set(note.id, {
      x: Math.round(24 + index * pitch),
      y: y - dotSize / 2 + 4,
      w,
      h: height,
      look: 'moment',
      color: colorOf(note, input.kind),
    })
  })
  const rect = { x: 0, y: y - 20, w: total, h: h + 20 }
  lists.push({
    key: `zone:${moments.zone}`,
    rect,
    ids: notes.map(({ id }) => id),
    run: 'across',
    label,
    place: { zone: moments.zone },
  })
  return {
    rail: { x: 0, y, w: total, h: 9 },
    label,
    prompt,
    at: { x: -rowHead, y: y - 10, w: rowHead - 24, h: h + 10 },
    add: { x: total - addSize, y: y + 24, w: addSize, h: addSize },
    zone: moments.zone,
    noteKind: moments.kind,
    facts,
  }
}

function factsOf(input: ArrangeInput, layout: GridLayout, moment: Note, isOver: boolean): MomentFacts {
  const { words, board } = input
  const fields = input.kind.noteKinds.find(({ id }) => id === moment.kind)?.fields ?? []
  const shown = fields.filter(({ card }) => card !== undefined)
  const said = shown.flatMap((field) => {
    const value = moment.fields[field.id]
    if (field.type.type === 'enum') {
      return typeof value === 'string' ? [words.t(`option.${moment.kind}.${field.id}.${value}`)] : []
    }
    const text =
      field.type.type === 'fuzzyDate' ? dateWords(value) : typeof value === 'string' ? value.trim() : ''
    return text === '' ? [] : [text]
  })
  const at = new Set(
    board.links
      .filter(({ kind, to }) => kind === layout.moments?.link && to === moment.id)
      .map(({ from }) => from),
  )
  const sides = board.notes.flatMap((note) => (at.has(note.id) ? (cellOf(note, layout)?.row ?? []) : []))
  const counts = layout.rows.flatMap((row) => {
    const count = sides.filter((side) => side === row).length
    const name = words
      .label(`${input.kind.id}.row.${row}.label`, `label.row.${row}`)
      .toLocaleLowerCase(words.locale)
    return count > 0 ? [words.t('surface.plan.sideCount', { count, side: name })] : []
  })
  const marks = (input.chips.get(moment.id) ?? []).map(({ text }) => text)
  return { when: [...marks, ...said].join(' · '), isOver, counts: counts.join(words.t('surface.comma')) }
}
