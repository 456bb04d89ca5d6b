import { later } from '../later/later.ts'
import type { ActionContext } from './action-context.ts'
import type { Actions } from './actions.ts'

const sending = later(() => import('./sending.ts').then(({ sendNote }) => sendNote))

/** Taking notes to other boards; how that is done is fetched when somebody does. */
export function sendActions(context: ActionContext): Pick<Actions, 'send'> {
  const { kind, open, session, toast, t } = context
  return {
    send(sendId, noteId, stays) {
      const send = kind.sends.find((one) => one.id === sendId)
      if (!send || !open.store.note(noteId)) return
      if (!session.canWrite()) return toast({ message: t('outline.refused.readOnly') })
      void sending.fetch().then(
        (sendNote) =>
          sendNote(context, stays === undefined ? send : { ...send, copiesText: true }, noteId, stays),
        () => toast({ message: t('outline.refused.notFetched') }),
      )
    },
  }
}
