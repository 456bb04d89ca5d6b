import { type Board, isZonePlace, type Note } from '@vispera/board'
import { compare, inReadingOrder, listsByZone, standing } from '../common/lists.ts'
import { stacksOf } from '../common/stacks.ts'
import { visionZones } from './zones.ts'

export interface VisionDerived extends Readonly<Record<string, unknown>> {
  /** Themes in reading order with their members in order. */
  readonly themes: readonly { readonly id: string; readonly members: readonly string[] }[]
  /** Notes that stand apart: kept separate by someone, or put there. */
  readonly apart: readonly string[]
  /** Zone id to the notes standing there that are in no theme; themes themselves are left out. */
  readonly zones: Readonly<Record<string, readonly string[]>>
  /** Top note to the notes that say the same. */
  readonly stacks: Readonly<Record<string, readonly string[]>>
}

/** A note is in at most one theme; "keep apart" wins over any theme. */
export function deriveVision(board: Board): VisionDerived {
  const stacks = stacksOf(board.notes)
  const notes = standing(board, stacks)
  const themes = notes.filter((note) => note.kind === 'theme').sort(inReadingOrder)
  const members = new Map(themes.map((theme): [string, Note[]] => [theme.id, []]))
  const loose: Note[] = []
  const apart: Note[] = []
  for (const note of notes) {
    if (note.kind === 'theme') continue
    const group = members.get(note.cluster?.id ?? '')
    if (note.keepSeparate === true || (!group && isZonePlace(note.place) && note.place.zone === 'apart')) {
      apart.push(note)
    } else (group ?? loose).push(note)
  }
  const apartIds = apart.sort(inReadingOrder).map((note) => note.id)
  return {
    themes: themes.map(({ id }) => ({
      id,
      members: (members.get(id) ?? []).sort(inThemeOrder).map((note) => note.id),
    })),
    apart: apartIds,
    zones: { ...listsByZone(visionZones, loose), apart: apartIds },
    stacks: stacks.behind,
  }
}

const inThemeOrder = (a: Note, b: Note): number =>
  compare(a.cluster?.order ?? '', b.cluster?.order ?? '') || compare(a.id, b.id)
