import { shortWords } from '../../actions/action-context.ts'
import { byId, idsIn, type OutlineSection, type SectionInput, zonesIn } from './section.ts'
import { zoneSection } from './zone-section.ts'

interface Theme {
  readonly id: string
  readonly members: readonly string[]
}

/**
 * Themes, then the zones round the field, then what is not yet together. While there is no theme the field
 * comes first: that is where people are writing.
 */
export function canvasSections(input: SectionInput): OutlineSection[] {
  const { kind, derived, arrangement } = input
  if (kind.layout.engine !== 'canvas') return []
  const by = kind.layout.arrangements.find((one) => one.id === arrangement)?.by
  const main = kind.zones.find((zone) => zone.holds === 'main')
  const lists = kind.zones.filter((zone) => zone.holds === 'list').map((zone) => zoneSection(input, zone))
  if (!main) return lists
  if (by !== undefined) return [...byField(input, by), ...lists]
  const themes = (Array.isArray(derived.themes) ? derived.themes : []) as readonly Theme[]
  const field = zoneSection(
    input,
    main,
    themes.length > 0 ? { heading: input.words.t('outline.section.notTogether'), prompt: undefined } : {},
  )
  if (themes.length === 0) return [field, ...lists]
  return [...themeSections(input, themes), ...lists, field]
}

function themeSections({ board, kind, words }: SectionInput, themes: readonly Theme[]): OutlineSection[] {
  const notes = byId(board)
  const first = kind.noteKinds[0]?.id
  return themes.map(({ id, members }) => ({
    key: `theme ${id}`,
    level: 2,
    heading: shortWords(notes.get(id), words.t, 200),
    headingNote: id,
    notes: members,
    empty: words.t('outline.section.emptyTheme'),
    ...(first === undefined ? {} : { adds: { kind: first } }),
    drop: { to: 'theme', theme: id },
    fold: `theme:${id}`,
    isOrdered: true,
  }))
}

/** The field's notes by what one of their fields says, as the surface's rings or lanes do. */
function byField({ board, kind, derived, words }: SectionInput, field: string): OutlineSection[] {
  if (kind.layout.engine !== 'canvas') return []
  const noteKind = kind.noteKinds.find((one) => one.fields.some((each) => each.id === field))
  const type = noteKind?.fields.find((each) => each.id === field)?.type
  if (!noteKind || type?.type !== 'enum') return []
  const main = kind.zones.find((zone) => zone.holds === 'main')?.id ?? ''
  const themes = (Array.isArray(derived.themes) ? derived.themes : []) as readonly Theme[]
  const ids = [
    ...themes.flatMap((theme) => theme.members),
    ...(zonesIn(derived)[main] ?? idsIn(derived, main)),
  ]
  const notes = byId(board)
  const answerOf = (id: string) => notes.get(id)?.fields[field]
  const section = (value: string | null, heading: string, own: readonly string[]): OutlineSection => ({
    key: `field ${field} ${value ?? ''}`,
    level: 2,
    heading,
    notes: own,
    ...(value === null ? {} : { adds: { kind: noteKind.id, fields: { [field]: value } } }),
    drop: { to: 'field', field, value },
  })
  const known = new Set<unknown>(type.options)
  return [
    ...type.options.map((value) =>
      section(
        value,
        words.t(`option.${noteKind.id}.${field}.${value}`),
        ids.filter((id) => answerOf(id) === value),
      ),
    ),
    section(
      null,
      words.t('outline.section.notSaid'),
      ids.filter((id) => !known.has(answerOf(id))),
    ),
  ]
}
