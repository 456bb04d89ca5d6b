import { colorNames, type NoteRef } from '@vispera/board'
import { kindAtHand, needKinds } from '../board-ui/kinds-at-hand.ts'
import { type ActionContext, boardOf, shortWords } from './action-context.ts'
import type { Actions } from './actions.ts'
import { accepts } from './drop.ts'
import { type LinkWay, linkWays } from './link-ways.ts'
import { moveTargets } from './move-targets.ts'
import { newNoteSpots } from './new-note-spot.ts'
import { whenReady } from './other-boards.ts'
import type { PickOption } from './questions.ts'
import { writableKinds } from './writable-kinds.ts'

/** Asks where notes should go, and puts them there: the menu's way of dragging. */
export async function pickMove(
  context: ActionContext,
  actions: Actions,
  ids: readonly string[],
): Promise<void> {
  const { ask, t, ui, open } = context
  const targets = moveTargets(context, ids)
  const answer = await ask({
    form: 'pick',
    title: t('outline.pick.move'),
    options: targets.map(({ id, label, group, hint }) => ({ id, label, group, hint })),
    none: t('outline.pick.moveNone'),
  })
  const target = targets.find((one) => one.id === answer)?.target
  switch (target?.to) {
    case 'list':
      return actions.moveToList(ids, target.list)
    case 'ground': {
      const spots = newNoteSpots(ui, open.store.notes().values(), ids.length)
      return actions.moveTo(ids, spots)
    }
    case 'theme':
      return actions.putWith(target.theme, ids)
    case 'new-theme':
      actions.makeThemeFrom(ids)
      return
    case 'lane':
      return actions.moveToLane(ids, target.lane)
  }
}

/** Asks which notes these belong with: a theme, or another note to make a theme with. */
export async function pickPutWith(
  context: ActionContext,
  actions: Actions,
  ids: readonly string[],
): Promise<void> {
  const { ask, t, kind } = context
  if (kind.layout.engine !== 'canvas') return
  const { theme } = kind.layout
  const others = boardOf(context).notes.filter((note) => !ids.includes(note.id) && !note.keepSeparate)
  const option = (note: (typeof others)[number], group: string) => ({
    id: note.id,
    label: shortWords(note, t),
    group,
  })
  const answer = await ask({
    form: 'pick',
    title: t('outline.pick.putWith'),
    options: [
      { id: '+', label: t('outline.pick.newTheme') },
      ...others
        .filter((note) => note.kind === theme)
        .map((note) => option(note, t(`noteKind.${theme}.plural`))),
      ...others
        .filter((note) => note.kind !== theme && !note.cluster)
        .map((note) => option(note, t('outline.pick.notes'))),
    ],
    none: t('outline.pick.none'),
  })
  if (answer === '+') actions.makeThemeFrom(ids)
  else if (answer !== null) actions.dropOnNote(ids, answer)
}

/** Asks which note says the same; this one goes behind it. */
export async function pickSame(context: ActionContext, actions: Actions, id: string): Promise<void> {
  const { ask, t, open } = context
  const mine = open.store.note(id)
  const options = boardOf(context)
    .notes.filter((note) => note.id !== id && note.kind === mine?.kind && !note.sameAs)
    .map((note) => ({ id: note.id, label: shortWords(note, t) }))
  const answer = await ask({
    form: 'pick',
    title: t('outline.pick.same'),
    options,
    none: t('outline.pick.none'),
  })
  if (answer !== null) actions.stackSame(answer, [id])
}

export async function pickColor(
  context: ActionContext,
  actions: Actions,
  ids: readonly string[],
): Promise<void> {
  const { ask, t } = context
  const options = colorNames.map((color) => ({ id: color, label: t(`outline.color.${color}`), color }))
  const answer = await ask({ form: 'pick', title: t('outline.pick.color'), options, none: '' })
  const color = colorNames.find((one) => one === answer)
  if (color) actions.recolor(ids, color)
}

export async function pickKind(context: ActionContext, actions: Actions, id: string): Promise<void> {
  const { ask, t, kind } = context
  const options = writableKinds(kind).map((one) => ({
    id: one.id,
    label: t(`noteKind.${one.id}`),
    color: one.color,
  }))
  const answer = await ask({ form: 'pick', title: t('outline.pick.kind'), options, none: '' })
  if (answer !== null) actions.setKind(id, answer)
}

/** Asks which sentence and which note, and links them. With `way` only the note is asked for. */
export async function pickLink(
  context: ActionContext,
  actions: Actions,
  id: string,
  way?: LinkWay,
): Promise<void> {
  const { ask, t, kind, open } = context
  const note = open.store.note(id)
  if (!note) return
  const chosen = way ?? (await pickWay(context, linkWays(kind, note.kind), id))
  if (!chosen) return
  const ends = await linkable(context, id, chosen)
  const answer = await ask({
    form: 'pick',
    title: sentence(context, id, chosen),
    options: ends.map(({ option }) => option),
    none: t('outline.pick.linkNone'),
  })
  const ref = ends.find(({ option }) => option.id === answer)?.ref
  if (!ref) return
  const mine: NoteRef = { board: open.entry.id, note: id }
  const [from, to] = chosen.isFrom ? [mine, ref] : [ref, mine]
  if (ref.board === open.entry.id) actions.link(chosen.link.id, from.note, to.note)
  else actions.linkAcross(chosen.link.id, from, to)
}

async function pickWay(
  context: ActionContext,
  ways: readonly LinkWay[],
  id: string,
): Promise<LinkWay | null> {
  const { ask, t } = context
  if (ways.length < 2) return ways[0] ?? null
  const options = ways.map((way, at) => ({ id: String(at), label: sentence(context, id, way) }))
  const answer = await ask({ form: 'pick', title: t('outline.pick.link'), options, none: '' })
  return answer === null ? null : (ways[Number(answer)] ?? null)
}

/** "This note makes room for …" */
function sentence({ t, open }: ActionContext, id: string, { link, isFrom }: LinkWay): string {
  const words = t('outline.quoted', { words: shortWords(open.store.note(id), t, 40) })
  return t(`link.${link.id}.sentence`, isFrom ? { from: words, to: '…' } : { from: '…', to: words })
}

interface Linkable {
  readonly ref: NoteRef
  readonly option: PickOption
}

/** Notes that may stand at the other end: of this board, then of the others where the link may cross. */
async function linkable(context: ActionContext, id: string, { link, isFrom }: LinkWay): Promise<Linkable[]> {
  const { session, open, t } = context
  const kinds = isFrom ? link.to : link.from
  const entries = session.stage()?.boards ?? [open.entry]
  if (link.acrossBoards) await needKinds(entries.map((entry) => entry.kind))
  const wanted = entries.filter(
    (entry) =>
      entry.id === open.entry.id ||
      (link.acrossBoards &&
        (kindAtHand(entry.kind)?.noteKinds.some((one) => accepts(kinds, one.id)) ?? false)),
  )
  const held = wanted.flatMap((entry) => session.openBoard(entry.id) ?? [])
  await Promise.all(held.map(({ board }) => whenReady(board)))
  const found = held
    .toSorted(
      (a, b) => Number(b.board.entry.id === open.entry.id) - Number(a.board.entry.id === open.entry.id),
    )
    .flatMap(({ board }) =>
      [...board.store.notes().values()]
        .filter((note) => accepts(kinds, note.kind) && !(note.id === id && board.entry.id === open.entry.id))
        .map((note) => ({
          ref: { board: board.entry.id, note: note.id },
          option: {
            id: `${board.entry.id}/${note.id}`,
            label: shortWords(note, t),
            hint: t(`noteKind.${note.kind}`),
            ...(board.entry.id === open.entry.id ? {} : { group: board.entry.title }),
          },
        })),
    )
  for (const one of held) one.release()
  return found
}
