import type { Zone } from '@vispera/kinds'
import { writableKinds } from '../../actions/writable-kinds.ts'
import { partName } from './names.ts'
import type { OutlineSection, SectionInput } from './section.ts'
import { zonesIn } from './section.ts'

/** A zone under its heading, by the group's own name for it. */
export function zoneSection(
  { kind, derived, words }: SectionInput,
  zone: Zone,
  more: Partial<OutlineSection> = {},
): OutlineSection {
  const own = writableKinds(kind).find((one) => zone.noteKinds.includes(one.id))
  const isField = zone.holds === 'main' && kind.layout.engine === 'canvas'
  return {
    key: `zone ${zone.id}`,
    level: 2,
    heading: partName({ kind, words }, 'zone', zone.id),
    prompt: words.t(`${kind.id}.zone.${zone.id}.prompt`),
    notes: zonesIn(derived)[zone.id] ?? [],
    ...(own ? { adds: { kind: own.id, ...(isField ? {} : { place: { zone: zone.id } }) } } : {}),
    ...(isField
      ? { drop: { to: 'ground' } }
      : { drop: { to: 'list', list: { zone: zone.id } }, isOrdered: true }),
    ...more,
  }
}
