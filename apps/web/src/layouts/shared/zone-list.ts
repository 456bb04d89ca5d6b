import type { Note } from '@vispera/board'
import type { Zone } from '@vispera/kinds'
import { settingKeys } from '../../actions/actions.ts'
import type { ArrangeInput } from '../layout.ts'
import { type ListBlock, layList } from './list.ts'
import { inOrder } from './notes.ts'
import { noteLeast } from './type.ts'

/** The group's own name for a zone, else its label. */
export const zoneLabel = ({ kind, words }: Pick<ArrangeInput, 'kind' | 'words'>, zone: string): string =>
  words.label(`${kind.id}.zone.${zone}.label`, settingKeys.label('zone', zone))

export const zonePrompt = ({ kind, words }: Pick<ArrangeInput, 'kind' | 'words'>, zone: string): string => {
  const id = `${kind.id}.zone.${zone}.prompt`
  return words.has(id) ? words.t(id) : ''
}

export interface ZoneListWish {
  readonly zone: Zone
  readonly notes: readonly Note[]
  readonly x: number
  readonly y: number
  readonly w: number
  readonly least?: number
  readonly columns?: number
  /** Instead of the zone's own question. */
  readonly prompt?: string
}

/** A zone as a list under its heading and question. */
export function layZone(input: ArrangeInput, wish: ZoneListWish): ListBlock {
  const { zone, notes, least = noteLeast, ...where } = wish
  return layList(input, {
    ...where,
    key: `zone:${zone.id}`,
    place: { zone: zone.id },
    label: zoneLabel(input, zone.id),
    prompt: wish.prompt ?? zonePrompt(input, zone.id),
    adds: zone.noteKinds[0] ?? null,
    notes: inOrder(notes),
    card: { w: where.w, least },
  })
}
