import type { Kind } from '@vispera/kinds'
import type { Words } from '../i18n/use-words.ts'
import { partName } from '../outline/sections/names.ts'
import type { PlaceChoice } from './draft.ts'

type Spoken = Pick<Words, 't' | 'label' | 'number' | 'locale'>

/**
 * Where a new note of this kind can go: the cells of a grid, the threads of a path, or those zones that take
 * it. The first choice is the one that counts while nothing is chosen; empty when there is nothing to choose.
 */
export function placeChoices(kind: Kind, noteKind: string, words: Spoken): PlaceChoice[] {
  const { layout } = kind
  if (layout.engine === 'grid' && noteKind === layout.item)
    return [...zoneChoices(kind, noteKind, words), ...cellChoices(kind, words)]
  if (layout.engine === 'timeline' && noteKind === layout.chain.step) return laneChoices(kind, words)
  const zones = zoneChoices(kind, noteKind, words)
  return zones.length > 1 ? zones : []
}

function cellChoices(kind: Kind, words: Spoken): PlaceChoice[] {
  const { layout } = kind
  if (layout.engine !== 'grid') return []
  return layout.rows.flatMap((row) =>
    layout.columns.map((col) => {
      const names = {
        row: partName({ kind, words }, 'row', row),
        column: partName({ kind, words }, 'column', col),
      }
      return {
        id: `${row}/${col}`,
        label: names.column,
        short: words.t('outline.cell', names),
        group: names.row,
        place: { row, col },
      }
    }),
  )
}

function laneChoices(kind: Kind, words: Spoken): PlaceChoice[] {
  const { layout } = kind
  if (layout.engine !== 'timeline') return []
  const lanes = layout.lanes.map((lane) => {
    const label = partName({ kind, words }, 'lane', lane)
    return { id: lane, label, short: label, fields: { [layout.chain.lane]: lane } }
  })
  const none = words.t('outline.composer.noLane')
  return [{ id: '', label: none, short: none }, ...lanes]
}

/** Zones that take this kind of note; free ground first, a grid's own ground never. */
function zoneChoices(kind: Kind, noteKind: string, words: Spoken): PlaceChoice[] {
  const isGround = (holds: string) => holds === 'main' && kind.layout.engine === 'canvas'
  return (
    kind.zones
      .filter((zone) => zone.noteKinds.includes(noteKind))
      // Standing apart is said of a note that is there, not of one that is yet to be written.
      .filter((zone) => kind.layout.engine !== 'canvas' || zone.id !== kind.layout.apart)
      .filter((zone) => zone.holds === 'list' || (zone.holds === 'main' && kind.layout.engine !== 'grid'))
      .map((zone) => {
        const label = partName({ kind, words }, 'zone', zone.id)
        return {
          id: zone.id,
          label,
          short: label,
          ...(isGround(zone.holds) ? {} : { place: { zone: zone.id } }),
        }
      })
  )
}
