import { soon } from '../later/later.ts'
import type { ActionContext } from './action-context.ts'
import type { Actions } from './actions.ts'
import { basicActions } from './basic-actions.ts'
import type { RestActions } from './rest-actions.ts'

const rest = soon(() => import('./rest-actions.ts').then(({ restActions }) => restActions))

/** Fetches all actions; from then on each of them is done at once. Rejects with `NotFetched`. */
export const fetchActions = async (): Promise<void> => void (await rest.fetch())

/** What is answered by an action that has to be fetched first; it is done as soon as it is there. */
const meanwhile: { readonly [Name in keyof RestActions]: ReturnType<RestActions[Name]> } = {
  addNote: null,
  addNotesFromLines: 0,
  addLongText: undefined,
  refuseLength: undefined,
  duplicate: [],
  removeIfEmpty: undefined,
  recolor: undefined,
  setField: undefined,
  edit: undefined,
  setKind: undefined,
  setSensitive: undefined,
  keepApart: undefined,
  dismissPrompt: undefined,
  addSibling: null,
  remove: undefined,
  moveTo: undefined,
  moveToList: undefined,
  reorder: undefined,
  moveToLane: undefined,
  moveToDepth: undefined,
  putWith: undefined,
  makeThemeFrom: null,
  takeOut: undefined,
  stackSame: undefined,
  unstack: undefined,
  link: undefined,
  unlink: undefined,
  editLink: undefined,
  linkAcross: undefined,
  unlinkAcross: undefined,
  decideDrop: { does: 'nothing', why: 'no-meaning' },
  askBefore: null,
  askAfter: null,
  insertBetween: null,
  dropOnNote: undefined,
  dropOnLink: undefined,
  send: undefined,
}

/** The actions on one board, over whatever session and screen they are given. */
export const createActions = (context: ActionContext): Actions => ({
  ...basicActions(context),
  ...comingActions(context),
  once: (act) => (rest.now() ? act() : fetchThen(context, act)),
})

function fetchThen({ toast, t }: ActionContext, act: () => unknown): void {
  rest.fetch().then(act, () => toast({ message: t('outline.refused.notFetched') }))
}

/** The actions that come later, each under its name. */
function comingActions(context: ActionContext): RestActions {
  let made: RestActions | undefined
  const there = () => {
    made ??= rest.now()?.(context)
    return made as Readonly<Record<string, (...given: unknown[]) => unknown>> | undefined
  }
  const coming = Object.entries(meanwhile).map(([name, answer]) => [
    name,
    (...given: unknown[]) => {
      const act = there()?.[name]
      if (act) return act(...given)
      fetchThen(context, () => there()?.[name]?.(...given))
      return answer
    },
  ])
  return Object.fromEntries(coming) as RestActions
}
