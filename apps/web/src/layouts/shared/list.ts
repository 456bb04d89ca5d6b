import type { Note } from '@vispera/board'
import type { ListPlace } from '../../actions/actions.ts'
import type { ArrangeInput, Box, ListArea } from '../layout.ts'
import type { Rect } from './geometry.ts'
import { lineHeight } from './measure.ts'
import { type CardSize, cardBox } from './notes.ts'
import { type as faces, noteGap } from './type.ts'

/** The heading of a list, its question under it, and the dashed slot that shows while it is empty. */
export interface ListHead {
  readonly key: string
  readonly rect: Rect
  readonly label: string
  readonly prompt: string
  readonly place: ListPlace
  /** Shown while nothing stands here. */
  readonly emptySlot: Rect | null
  /** First note kind to make here; null where nothing can be made by hand. */
  readonly adds: string | null
}

export interface ListBlock {
  readonly head: ListHead
  readonly area: ListArea
  readonly boxes: readonly (readonly [id: string, box: Box])[]
  readonly rect: Rect
}

export interface ListWish {
  readonly key: string
  readonly place: ListPlace
  readonly label: string
  readonly prompt: string
  readonly adds: string | null
  readonly x: number
  readonly y: number
  readonly w: number
  readonly notes: readonly Note[]
  readonly card: CardSize
  /** Cards side by side, for wide lists. */
  readonly columns?: number
}

/** Height of a list's heading and question. */
export function headHeight(input: ArrangeInput, label: string, prompt: string, w: number): number {
  const heading = input.measure.height(label, w, faces.zone)
  const question = prompt === '' ? 0 : input.measure.height(prompt, w, faces.prompt)
  return Math.ceil(heading + question + 12)
}

/** Lays notes under a heading, one below the other (or in rows of `columns`). */
export function layList(input: ArrangeInput, wish: ListWish): ListBlock {
  const { x, y, w, notes, card, columns = 1 } = wish
  const top = y + headHeight(input, wish.label, wish.prompt, w)
  const across = (w - (columns - 1) * noteGap) / columns
  const foot = Array.from({ length: columns }, () => top)
  const boxes = notes.map((note, index) => {
    const column = index % columns
    const box = cardBox(input, note, x + column * (across + noteGap), foot[column] ?? top, {
      ...card,
      w: across,
    })
    foot[column] = box.y + box.h + noteGap
    return [note.id, box] as const
  })
  const slotHeight = Math.max(card.least ?? 0, 2.6 * lineHeight('', faces.note))
  const bottom = notes.length === 0 ? top + slotHeight + noteGap : Math.max(...foot)
  const rect = { x, y, w, h: bottom - y }
  return {
    rect,
    boxes,
    head: {
      key: wish.key,
      rect: { x, y, w, h: top - y },
      label: wish.label,
      prompt: wish.prompt,
      place: wish.place,
      emptySlot: notes.length === 0 ? { x, y: top, w: across, h: slotHeight } : null,
      adds: wish.adds,
    },
    area: {
      key: wish.key,
      rect: { ...rect, h: rect.h + 40 },
      ids: notes.map(({ id }) => id),
      run: columns > 1 ? 'flow' : 'down',
      label: wish.label,
      place: wish.place,
    },
  }
}
