import { isShown } from '@vispera/board'
import { canvasSections } from './canvas-sections.ts'
import { gridSections } from './grid-sections.ts'
import type { OutlineSection, SectionInput } from './section.ts'
import { timelineSections } from './timeline-sections.ts'
import { zoneSection } from './zone-section.ts'

/** The whole board as headings with notes, in reading order. Every note that is shown stands somewhere. */
export function buildSections(input: SectionInput): OutlineSection[] {
  const sections = sectionsOf(input)
  const rest = elsewhere(input, sections)
  return rest ? [...sections, rest] : sections
}

function sectionsOf(input: SectionInput): OutlineSection[] {
  const { kind } = input
  switch (kind.layout.engine) {
    case 'canvas':
      return canvasSections(input)
    case 'timeline':
      return timelineSections(input)
    case 'grid':
      return gridSections(input)
    case 'table': {
      const { columns } = kind.layout
      return kind.zones
        .filter((zone) => zone.holds === 'list' || zone.holds === 'main')
        .map((zone) => zoneSection(input, zone, columns[zone.id] ? { columns: columns[zone.id] } : {}))
    }
  }
}

/** Notes that no heading took in (another program wrote them): shown at the end rather than not at all. */
function elsewhere(input: SectionInput, sections: readonly OutlineSection[]): OutlineSection | null {
  const { board, derived, words } = input
  const told = new Set(sections.flatMap((section) => [...section.notes, section.headingNote]))
  for (const same of Object.values((derived.stacks ?? {}) as Record<string, readonly string[]>)) {
    for (const id of same) told.add(id)
  }
  const leftToOthers = gridFurniture(input)
  const left = board.notes.filter(
    (note) => isShown(note) && !told.has(note.id) && !leftToOthers.includes(note.kind),
  )
  if (left.length === 0) return null
  return {
    key: 'elsewhere',
    level: 2,
    heading: words.t('outline.section.elsewhere'),
    notes: left.map((note) => note.id),
  }
}

/** Note kinds that an arrangement of the grid other than its first leaves to that one (rooms, moments). */
function gridFurniture({ kind, arrangement }: SectionInput): string[] {
  const { layout } = kind
  if (layout.engine !== 'grid' || layout.arrangements.findIndex((one) => one.id === arrangement) < 1)
    return []
  const zones = [layout.strip, layout.moments?.zone]
  return kind.zones.filter((zone) => zones.includes(zone.id)).flatMap((zone) => zone.noteKinds)
}
