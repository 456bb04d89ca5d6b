import type { Kind } from '@vispera/kinds'
import { type ActionContext, boardOf, shortWords } from './action-context.ts'
import { type ListPlace, settingKeys } from './actions.ts'

export type MoveTarget =
  | { readonly to: 'list'; readonly list: ListPlace }
  | { readonly to: 'ground' }
  | { readonly to: 'theme'; readonly theme: string }
  | { readonly to: 'new-theme' }
  | { readonly to: 'lane'; readonly lane: string }

export interface NamedTarget {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly group?: string
  readonly target: MoveTarget
}

/** Everywhere that these notes can be put, in reading order, by the group's own names. */
export function moveTargets(context: ActionContext, ids: readonly string[]): NamedTarget[] {
  const { kind, open, t } = context
  const kinds = new Set(ids.flatMap((id) => open.store.note(id)?.kind ?? []))
  const { layout } = kind
  switch (layout.engine) {
    case 'canvas':
      return [...themes(context, layout.theme, ids), ...zones(context, () => true)]
    case 'timeline': {
      const lanes = layout.lanes.map((lane) => ({
        id: `lane ${lane}`,
        label: partName(context, 'lane', lane),
        group: t('outline.pick.lanes'),
        target: { to: 'lane' as const, lane },
      }))
      const isStep = [...kinds].every((one) => one === layout.chain.step)
      return [
        ...(isStep ? lanes : []),
        ...zones(context, (zone) => fits(zone, kinds) && zone.holds === 'list'),
      ]
    }
    case 'grid': {
      const isItem = [...kinds].every((one) => one === layout.item)
      return [
        ...(isItem ? cells(context, layout) : []),
        ...zones(context, (zone) => zone.holds === 'list' && fits(zone, kinds)),
      ]
    }
    case 'table':
      return zones(context, () => true)
  }
}

type Zone = Kind['zones'][number]
const fits = (zone: Zone, kinds: ReadonlySet<string>) =>
  [...kinds].every((one) => zone.noteKinds.includes(one))

/** The name of a row, column, lane or zone: the group's own, else the kind's. */
export function partName(
  { kind, open, t }: Pick<ActionContext, 'kind' | 'open' | 't'>,
  part: 'row' | 'column' | 'lane' | 'zone',
  id: string,
): string {
  const renamed = open.store.settings()[settingKeys.label(part, id)]
  return typeof renamed === 'string' && renamed.trim() !== '' ? renamed : t(`${kind.id}.${part}.${id}.label`)
}

function zones(context: ActionContext, isWanted: (zone: Zone) => boolean): NamedTarget[] {
  const { kind } = context
  return kind.zones
    .filter((zone) => (zone.holds === 'list' || zone.holds === 'main') && isWanted(zone))
    .map((zone) => ({
      id: `zone ${zone.id}`,
      label: partName(context, 'zone', zone.id),
      target:
        zone.holds === 'main' && kind.layout.engine === 'canvas'
          ? { to: 'ground' }
          : { to: 'list', list: { zone: zone.id } },
    }))
}

function themes(context: ActionContext, theme: string, ids: readonly string[]): NamedTarget[] {
  const { t } = context
  const group = t(`noteKind.${theme}.plural`)
  const isTheme = ids.some((id) => context.open.store.note(id)?.kind === theme)
  if (isTheme) return []
  return [
    ...boardOf(context)
      .notes.filter((note) => note.kind === theme)
      .map((note) => ({
        id: `theme ${note.id}`,
        label: shortWords(note, t),
        group,
        target: { to: 'theme' as const, theme: note.id },
      })),
    { id: 'new-theme', label: t('outline.pick.newTheme'), group, target: { to: 'new-theme' } },
  ]
}

function cells(context: ActionContext, layout: Extract<Kind['layout'], { engine: 'grid' }>): NamedTarget[] {
  return layout.rows.flatMap((row) =>
    layout.columns.map((col) => ({
      id: `cell ${row} ${col}`,
      label: partName(context, 'column', col),
      group: partName(context, 'row', row),
      target: { to: 'list' as const, list: { row, col } },
    })),
  )
}
