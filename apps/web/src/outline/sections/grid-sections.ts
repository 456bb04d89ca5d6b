import { isShown, type NoteRef } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { shortWords } from '../../actions/action-context.ts'
import { echoesOf } from '../../layouts/grid/echoes.ts'
import { partName } from './names.ts'
import { byId, idsIn, type OutlineSection, type SectionInput } from './section.ts'
import { zoneSection } from './zone-section.ts'

type Grid = Extract<Kind['layout'], { engine: 'grid' }>

/** The grid row by row, or the same notes by moment, by what they serve, or by who does them. */
export function gridSections(input: SectionInput): OutlineSection[] {
  const { kind, arrangement } = input
  const { layout } = kind
  if (layout.engine !== 'grid') return []
  const zone = (id: string | undefined) => {
    const found = kind.zones.find((one) => one.id === id)
    return found ? [zoneSection(input, found)] : []
  }
  const side = layout.side.flatMap(zone)
  switch (layout.arrangements.find((one) => one.id === arrangement)?.id) {
    case 'alignment':
      return [...byMoment(input, layout), ...side]
    case 'by-step':
      return [...byStep(input), ...side.filter((section) => section.key !== 'zone tray')]
    case 'by-ally':
      return [...byAlly(input, layout), ...side]
    default:
      return [...zone(layout.strip), ...cells(input, layout), ...zone(layout.moments?.zone), ...side]
  }
}

function cells(input: SectionInput, layout: Grid): OutlineSection[] {
  const { kind, derived, words, board } = input
  const cellIds = (derived.cells ?? {}) as Readonly<Record<string, readonly string[]>>
  const echoes = echoesOf(kind, layout, board.notes.filter(isShown))
  return layout.rows.flatMap((row): OutlineSection[] => [
    {
      key: `row ${row}`,
      level: 2,
      heading: partName(input, 'row', row),
      prompt: words.t(`${kind.id}.row.${row}.hint`),
      notes: [],
      isGroup: true,
    },
    ...layout.columns.map(
      (col): OutlineSection => ({
        key: `cell ${row}/${col}`,
        level: 3,
        heading: partName(input, 'column', col),
        name: words.t('outline.cell', {
          row: partName(input, 'row', row),
          column: partName(input, 'column', col),
        }),
        notes: cellIds[`${row}/${col}`] ?? [],
        echoes: echoes.get(`${row}/${col}`) ?? [],
        empty: words.t(`${kind.id}.cell.${row}.${col}`),
        adds: { kind: layout.item, place: { row, col } },
        drop: { to: 'list', list: { row, col } },
        isOrdered: true,
      }),
    ),
  ])
}

/** Around each moment, row by row; then what has no moment. */
function byMoment(input: SectionInput, layout: Grid): OutlineSection[] {
  const { board, derived, words } = input
  const notes = byId(board)
  const moments = (Array.isArray(derived.moments) ? derived.moments : []) as readonly Readonly<
    Record<string, unknown>
  >[]
  const served = moments.flatMap((served): OutlineSection[] => {
    const moment = String(served.moment)
    const rows = layout.rows.map(
      (row): OutlineSection => ({
        key: `moment ${moment} ${row}`,
        level: 3,
        heading: partName(input, 'row', row),
        notes: idsIn(served, row),
      }),
    )
    const unplaced = idsIn(served, 'unplaced')
    const rest: OutlineSection = {
      key: `moment ${moment} unplaced`,
      level: 3,
      heading: words.t('outline.section.noCell'),
      notes: unplaced,
    }
    const full = [...rows, rest].filter((section) => section.notes.length > 0)
    return [
      {
        key: `moment ${moment}`,
        level: 2,
        heading: shortWords(notes.get(moment), words.t, 200),
        headingNote: moment,
        notes: [],
        isGroup: true,
        ...(full.length === 0 ? { prompt: words.t('outline.section.momentEmpty') } : {}),
      },
      ...full,
    ]
  })
  const kind = layout.moments?.kind
  return [
    ...served,
    {
      key: 'no moment',
      level: 2,
      heading: words.t('outline.section.noMoment'),
      notes: idsIn(derived, 'withoutMoment'),
      ...(kind === undefined || !layout.moments
        ? {}
        : { adds: { kind, place: { zone: layout.moments.zone } } }),
    },
  ]
}

interface Served {
  readonly step: NoteRef
  readonly text: string
  readonly tactics: readonly string[]
  readonly only: string | null
  readonly isEmpty: boolean
}

function byStep(input: SectionInput): OutlineSection[] {
  const { derived, words } = input
  const steps = (Array.isArray(derived.byStep) ? derived.byStep : []) as readonly Served[]
  return [
    ...steps.map(({ step, text, tactics, only, isEmpty }): OutlineSection => {
      const side = only === null ? null : partName(input, 'row', only)
      return {
        key: `step ${step.board}/${step.note}`,
        level: 2,
        heading: text.trim() === '' ? words.t('outline.section.stepEmpty') : text,
        notes: tactics,
        ...(isEmpty ? { prompt: words.t('outline.section.noTactic') } : {}),
        ...(side === null ? {} : { prompt: words.t('outline.section.onlySide', { side }) }),
      }
    }),
    {
      key: 'no step',
      level: 2,
      heading: words.t('outline.section.whatFor'),
      notes: idsIn(derived, 'withoutStep'),
    },
  ]
}

function byAlly({ board, derived, words }: SectionInput, layout: Grid): OutlineSection[] {
  const field = layout.arrangements.find((one) => one.id === 'by-ally')?.by
  const roles = (Array.isArray(derived.byRole) ? derived.byRole : []) as readonly {
    role: string
    tactics: readonly string[]
  }[]
  const named = new Set(roles.flatMap((role) => role.tactics))
  const behind = new Set(Object.values((derived.stacks ?? {}) as Record<string, readonly string[]>).flat())
  const items = board.notes.filter(
    (note) => note.kind === layout.item && !named.has(note.id) && !behind.has(note.id),
  )
  return [
    ...roles.map(
      ({ role, tactics }): OutlineSection => ({
        key: `role ${role}`,
        level: 2,
        heading: role,
        notes: tactics,
        ...(field === undefined ? {} : { adds: { kind: layout.item, fields: { [field]: role } } }),
      }),
    ),
    {
      key: 'no role',
      level: 2,
      heading: words.t('outline.section.nobody'),
      notes: items.map((note) => note.id),
    },
  ]
}
