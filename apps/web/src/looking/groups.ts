import { type Board, isShown } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { settingKeys } from '../actions/actions.ts'
import { trueSteps } from '../board-ui/board-ui.ts'
import { isTrue } from '../board-ui/bring-back.ts'
import type { Words } from '../i18n/use-words.ts'

/** Something that can be folded away: a theme, a thread, the steps to an interim goal. */
export interface Group {
  readonly key: string
  readonly name: string
  /** Folded away unless its key is there. */
  readonly startsFolded?: boolean
}

interface GroupsInput {
  readonly kind: Kind
  readonly board: Board
  readonly derived: Readonly<Record<string, unknown>>
  readonly arrangement: string | null
  readonly words: Words
}

/** What can be folded on a board as it is arranged now, in reading order. */
export function groupsOf(input: GroupsInput): Group[] {
  const { kind, derived, board, words } = input
  const { layout } = kind
  const nameOf = (id: string) =>
    board.notes.find((note) => note.id === id)?.text.trim() || words.t('surface.theme.unnamed')
  if (layout.engine === 'canvas') {
    const themes = board.notes.filter((note) => note.kind === layout.theme)
    return themes.map(({ id }) => ({ key: `theme:${id}`, name: nameOf(id) }))
  }
  if (layout.engine !== 'timeline') return []
  if (input.arrangement === 'forwards') {
    const plan = (Array.isArray(derived.plan) ? derived.plan : []) as readonly { readonly goal: string }[]
    const already = board.notes.some((note) => isTrue(layout, note))
      ? [{ key: trueSteps, name: words.t('surface.plan.trueSteps'), startsFolded: true }]
      : []
    const goals = plan.map(({ goal }) => ({
      key: `goal:${goal}`,
      name: goal === layout.chain.end ? words.t('surface.plan.lastSteps') : nameOf(goal),
    }))
    return [...goals, ...already]
  }
  const used = new Set(board.notes.map((note) => note.fields[layout.chain.lane]))
  return layout.lanes
    .filter((lane) => used.has(lane))
    .map((lane) => ({
      key: `lane:${lane}`,
      name: words.label(`${kind.id}.lane.${lane}.label`, settingKeys.label('lane', lane)),
    }))
}

/** More steps than this do not fit a wall. */
const mostSteps = 80

/** What is folded away when a board is opened: the threads of a very long path. */
export function foldsOnOpening(input: Omit<GroupsInput, 'arrangement' | 'derived'>): string[] {
  const { layout } = input.kind
  if (layout.engine !== 'timeline') return []
  const steps = input.board.notes.filter((note) => isShown(note) && note.kind === layout.chain.step)
  if (steps.length <= mostSteps) return []
  return groupsOf({ ...input, derived: {}, arrangement: null }).map(({ key }) => key)
}
