import { addLinks, addNotes, type NewNote, type Role } from '@vispera/board'
import { createBoardContent, kindById, kinds } from '@vispera/kinds'
import { createBoardUi } from '../board-ui/board-ui.ts'
import { keepAtHand } from '../board-ui/kinds-at-hand.ts'
import { openMemorySession } from '../session/memory-session.ts'
import type { ActionContext } from './action-context.ts'
import { createActions, fetchActions } from './create-actions.ts'
import type { Question } from './questions.ts'

interface Wish {
  readonly notes?: readonly NewNote[]
  /** `[from, to]` of the kind's first link, or `[from, to, link kind]`. */
  readonly links?: readonly (readonly [string, string, string?])[]
  readonly role?: Role
  /** What the person answers, question by question; null turns away. */
  readonly answers?: readonly (string | null)[]
  /** Further boards, by id: their kind. */
  readonly boards?: Readonly<Record<string, string>>
}

keepAtHand(kinds)
await fetchActions()

/** For tests: one board in memory with its actions, and what they said and asked. */
export function aBoard(
  kindId: string,
  { notes = [], links = [], role, answers = [], boards = {} }: Wish = {},
) {
  const kind = kindById(kindId)
  if (!kind) throw new Error(`no kind ${kindId}`)
  const others = Object.entries(boards).map(([id, other]) => ({ id, kind: other, title: id, notes: [] }))
  const session = openMemorySession({
    title: 'A workshop',
    ...(role ? { role } : {}),
    boards: [{ id: 'here', kind: kindId, title: 'here', notes: [] }, ...others],
  })
  for (const entry of session.stage()?.boards ?? []) {
    const board = session.openBoard(entry.id)?.board
    const its = kindById(entry.kind)
    if (board && its) createBoardContent(board.doc, its)
  }
  const open = session.openBoard('here')?.board
  if (!open) throw new Error('no board')
  addNotes(open.doc, notes)
  const linkKind = kind.layout.engine === 'timeline' ? kind.layout.chain.link : (kind.linkKinds[0]?.id ?? '')
  addLinks(
    open.doc,
    links.map(([from, to, other]) => ({ id: `${from}-${to}`, kind: other ?? linkKind, from, to })),
  )
  const said: string[] = []
  const asked: Question[] = []
  const toasts: string[] = []
  const acts: (() => void)[] = []
  const gone: string[] = []
  const ui = createBoardUi()
  const context: ActionContext = {
    session,
    open,
    kind,
    ui,
    t: (id) => id,
    locale: 'en',
    say: (words) => said.push(words),
    toast({ message, action }) {
      toasts.push(message)
      if (action) acts.push(action.onAction)
    },
    ask(question) {
      asked.push(question)
      return Promise.resolve(answers[asked.length - 1] ?? null)
    },
    goTo: (board) => gone.push(board),
  }
  const linksNow = () => [...open.store.links().values()].map((link) => `${link.from} ${link.to}`).sort()
  return {
    context,
    actions: createActions(context),
    open,
    session,
    ui,
    said,
    asked,
    toasts,
    acts,
    gone,
    linksNow,
  }
}

/** A step of a path, by its id. */
export const aStep = (id: string, fields: Readonly<Record<string, unknown>> = {}): NewNote => ({
  id,
  kind: 'step',
  text: id,
  place: { zone: 'path', order: `a${id}` },
  fields,
})

/** Lets promises that are already settled run on. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
