import type { MenuEntry, MenuSection } from '@vispera/ui'
import {
  ArrowLeftRight,
  ArrowUpFromLine,
  Copy,
  Eye,
  EyeOff,
  Files,
  Focus,
  FolderInput,
  Group,
  Link2,
  Palette,
  PanelRightOpen,
  Pencil,
  Plus,
  Send,
  Split,
  Trash2,
  Ungroup,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useBoard } from '../board-ui/board-context.ts'
import { noteExtras } from '../board-ui/note-extras.ts'
import { focusOn } from '../looking/focus-sieve.ts'
import type { ActionContext } from './action-context.ts'
import type { Actions } from './actions.ts'
import { mayAskBefore } from './chain-ends.ts'
import { linkWays } from './link-ways.ts'
import { pick } from './pick.ts'
import { useActionContext, useActions } from './use-actions.ts'

/** Everything that can be done with these notes, in words: what dragging does and more. */
export function useNoteMenu(ids: readonly string[]): readonly MenuSection[] {
  const context = useActionContext()
  const actions = useActions()
  useBoard()
  return noteMenu(context, actions, ids)
}

export function noteMenu(
  context: ActionContext,
  actions: Actions,
  ids: readonly string[],
): readonly MenuSection[] {
  const { open, t } = context
  const there = ids.filter((id) => open.store.note(id) !== undefined)
  const first = there[0]
  if (first === undefined) return []
  const only = there.length === 1 ? first : null
  if (!actions.canWrite())
    return only === null
      ? []
      : [
          { id: 'read', entries: [openEntry(context, actions, only), ...focusEntry(context, only)] },
          ...noteExtras().menu(only),
        ]
  return [
    ...(only === null ? [] : [{ id: 'this', entries: ownEntries(context, actions, only) }]),
    { id: 'place', entries: placeEntries(context, actions, there) },
    { id: 'look', entries: lookEntries(context, actions, there) },
    ...(only === null ? [] : [{ id: 'send', entries: sendEntries(context, actions, only) }]),
    ...(only === null ? [] : noteExtras().menu(only)),
    {
      id: 'delete',
      entries: there.some((id) => actions.isFree(id))
        ? [entry('delete', t('outline.menu.delete'), <Trash2 />, () => actions.remove(there), 'Del')]
        : [],
    },
  ].filter((section) => section.entries.length > 0)
}

const entry = (
  id: string,
  label: string,
  icon: ReactNode,
  onSelect: () => void,
  hint?: ReactNode,
): MenuEntry => ({
  id,
  label,
  icon,
  onSelect,
  ...(hint === undefined ? {} : { hint }),
})

const openEntry = ({ t }: ActionContext, actions: Actions, id: string) =>
  entry('open', t('outline.menu.open'), <PanelRightOpen />, () => actions.openNote(id))

/** On a path: only this step, what it needs and what needs it. */
const focusEntry = ({ kind, ui, t }: ActionContext, id: string): MenuEntry[] =>
  kind.layout.engine === 'timeline'
    ? [entry('focus', t('outline.menu.focus'), <Focus />, () => ui.set({ sieve: focusOn({ id }) }))]
    : []

function ownEntries(context: ActionContext, actions: Actions, id: string): MenuEntry[] {
  const { kind, open, t } = context
  const note = open.store.note(id)
  const entries = [
    openEntry(context, actions, id),
    entry('edit', t('outline.menu.edit'), <Pencil />, () => actions.editNote(id), 'F2'),
  ]
  if (kind.layout.engine !== 'timeline' || !note) return entries
  const { chain } = kind.layout
  if (mayAskBefore(kind, note.kind))
    entries.push(entry('before', t(`ask.${chain.step}.before`), <Plus />, () => actions.askBefore(id), 'B'))
  // Read forwards, the question goes the other way.
  if (note.kind === chain.step && context.ui.get().arrangement === 'forwards')
    entries.push(entry('after', t(`ask.${chain.step}.after`), <Plus />, () => actions.askAfter(id)))
  entries.push(...focusEntry(context, id))
  if (note.kind === chain.step) {
    const isGoal = note.fields[chain.goal] === true
    entries.push(
      entry('goal', t(isGoal ? 'outline.menu.noGoal' : 'outline.menu.goal'), <ArrowUpFromLine />, () =>
        actions.setField(id, chain.goal, isGoal ? null : true),
      ),
    )
  }
  return entries
}

function placeEntries(context: ActionContext, actions: Actions, ids: readonly string[]): MenuEntry[] {
  const { kind, open, t } = context
  const notes = ids.flatMap((id) => open.store.note(id) ?? [])
  const free = ids.filter((id) => actions.isFree(id))
  const entries: MenuEntry[] = []
  const only = notes.length === 1 ? notes[0] : undefined
  if (free.length > 0)
    entries.push(
      entry(
        'move',
        t('outline.menu.move'),
        <FolderInput />,
        () => pick(context, ({ pickMove }) => pickMove(context, actions, free)),
        'M',
      ),
    )
  if (kind.layout.engine === 'canvas' && notes.some((note) => note.kind !== themeKind(context))) {
    entries.push(
      entry('put', t('outline.menu.putWith'), <Group />, () =>
        pick(context, ({ pickPutWith }) => pickPutWith(context, actions, free)),
      ),
    )
    if (notes.some((note) => note.cluster))
      entries.push(entry('out', t('outline.menu.takeOut'), <Ungroup />, () => actions.takeOut(ids)))
    if (only && kind.layout.apart !== undefined && only.kind !== themeKind(context)) {
      const isApart = only.keepSeparate === true
      entries.push(
        entry('apart', t(isApart ? 'outline.menu.notApart' : 'outline.menu.apart'), <Split />, () =>
          actions.keepApart(only.id, !isApart),
        ),
      )
    }
  }
  if (only && actions.isFree(only.id)) {
    if (only.sameAs)
      entries.push(entry('unstack', t('outline.menu.unstack'), <Files />, () => actions.unstack([only.id])))
    else
      entries.push(
        entry('same', t('outline.menu.same'), <Files />, () =>
          pick(context, ({ pickSame }) => pickSame(context, actions, only.id)),
        ),
      )
  }
  if (only && linkWays(kind, only.kind).length > 0)
    entries.push(
      entry(
        'link',
        t('outline.menu.link'),
        <Link2 />,
        () => pick(context, ({ pickLink }) => pickLink(context, actions, only.id)),
        'L',
      ),
    )
  return entries
}

const themeKind = ({ kind }: ActionContext) => (kind.layout.engine === 'canvas' ? kind.layout.theme : null)

function lookEntries(context: ActionContext, actions: Actions, ids: readonly string[]): MenuEntry[] {
  const { open, t } = context
  const free = ids.filter((id) => actions.isFree(id))
  if (free.length === 0) return []
  const isSensitive = free.every((id) => open.store.note(id)?.sensitivity === 'sensitive')
  const only = free.length === 1 ? free[0] : undefined
  return [
    entry('color', t('outline.menu.color'), <Palette />, () =>
      pick(context, ({ pickColor }) => pickColor(context, actions, free)),
    ),
    ...(only === undefined
      ? []
      : [
          entry('kind', t('outline.menu.kind'), <ArrowLeftRight />, () =>
            pick(context, ({ pickKind }) => pickKind(context, actions, only)),
          ),
        ]),
    entry('duplicate', t('outline.menu.duplicate'), <Copy />, () => actions.duplicate(free)),
    entry(
      'sensitive',
      t(isSensitive ? 'outline.menu.notSensitive' : 'outline.menu.sensitive'),
      isSensitive ? <Eye /> : <EyeOff />,
      () => actions.setSensitive(free, !isSensitive),
    ),
  ]
}

function sendEntries({ kind, open, t }: ActionContext, actions: Actions, id: string): MenuEntry[] {
  const noteKind = open.store.note(id)?.kind ?? ''
  return kind.sends
    .filter((send) => send.from.includes(noteKind))
    .map((send) =>
      entry(`send ${send.id}`, t(`${kind.id}.send.${send.id}`), <Send />, () => actions.send(send.id, id)),
    )
}
