import type { Layout } from '@vispera/kinds'
import type { Direction, DropInput, DropTarget, LayoutGrip } from '../layout.ts'
import { dropIntoList, listUnder, noteUnder, refusal, slotIn } from '../shared/drop.ts'
import type { Point } from '../shared/geometry.ts'

type CanvasLayout = Extract<Layout, { engine: 'canvas' }>

/** What letting go means on a canvas: into a theme or a list, onto a note to start a theme, or simply here. */
function dropOnCanvas(drop: DropInput): DropTarget | null {
  const { input, ids } = drop
  const layout = input.kind.layout as CanvasLayout
  const kindOf = new Map(input.board.notes.map((note) => [note.id, note.kind]))
  const themes = ids.filter((id) => kindOf.get(id) === layout.theme)
  const list = listUnder(drop)
  if (list?.key.startsWith('field:')) return dropOnBand(drop, list.key.slice('field:'.length), list)
  const field = layout.arrangements.find(({ id }) => id === input.arrangement)?.by
  if (list?.place)
    return themes.length > 0
      ? refusal(list.key, list.rect, input.words.t('surface.drop.themeStays'))
      : dropIntoList(drop, list)
  if (field !== undefined) return refusal('field', null, input.words.t('surface.drop.nowhere'))
  if (themes.length > 0) return here(drop)
  const over = noteUnder(drop)
  const theme = list?.key.startsWith('theme:') ? list.key.slice('theme:'.length) : null
  if (theme !== null && list) return dropInTheme(drop, theme, list)
  if (over !== null) return dropOnNote(drop, over) ?? here(drop)
  return here(drop)
}

function here({ input, ids, corners }: DropInput): DropTarget {
  return {
    key: 'here',
    rect: null,
    words: input.words.t('surface.drop.here'),
    allowed: true,
    perform: (actions) =>
      actions.moveTo(ids, (note) => {
        const [x, y] = corners.get(note.id) ?? [0, 0]
        return { x: Math.round(x), y: Math.round(y) }
      }),
  }
}

function dropInTheme(
  drop: DropInput,
  theme: string,
  list: NonNullable<ReturnType<typeof listUnder>>,
): DropTarget {
  const { actions, ids, input } = drop
  const decision = actions.decideDrop(ids, theme)
  if (decision.does !== 'put-with')
    return refusal(list.key, list.rect, input.words.t('surface.drop.keptApart'))
  // A folded theme shows no places between its notes: what is let go there comes last.
  const isFolded = input.folded.has(list.key)
  const { index, slot } = isFolded ? { index: undefined, slot: null } : slotIn(drop, list)
  return {
    key: `${list.key}@${index ?? ''}`,
    rect: list.rect,
    ...(slot ? { slot } : {}),
    words: input.words.t('surface.drop.theme', { theme: list.label }),
    allowed: true,
    perform: (all) => all.putWith(theme, decision.ids, index),
  }
}

function dropOnNote({ actions, ids, input, arranged }: DropInput, over: string): DropTarget | null {
  const decision = actions.decideDrop(ids, over)
  const rect = arranged.boxes.get(over) ?? null
  const key = `note:${over}`
  if (decision.does === 'nothing') {
    return decision.why === 'kept-apart' ? refusal(key, rect, input.words.t('surface.drop.keptApart')) : null
  }
  return {
    key,
    rect,
    words: input.words.t('surface.drop.newTheme'),
    allowed: true,
    perform: (all) => all.dropOnNote(ids, over),
  }
}

/** Rings and lanes: letting go sets the field. */
function dropOnBand(
  { ids, input }: DropInput,
  name: string,
  list: NonNullable<ReturnType<typeof listUnder>>,
): DropTarget {
  const [field = '', value = ''] = name.split('/')
  return {
    key: list.key,
    rect: list.rect,
    words: input.words.t('surface.drop.list', { list: list.label }),
    allowed: true,
    perform: (actions) => actions.edit(ids, { fields: { [field]: value } }),
  }
}

/** One step of a lifted note over free ground. */
const near = 20
const farther = 160

function nextStopOnCanvas({ point }: DropInput, direction: Direction, far: boolean): Point {
  const step = far ? farther : near
  const [x, y] = point
  if (direction === 'left') return [x - step, y]
  if (direction === 'right') return [x + step, y]
  return [x, direction === 'up' ? y - step : y + step]
}

export const canvasGrip: LayoutGrip = { dropAt: dropOnCanvas, nextStop: nextStopOnCanvas }
