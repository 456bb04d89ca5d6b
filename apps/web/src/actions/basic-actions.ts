import { setSetting, writeSettingText } from '@vispera/board'
import { isFixedNote } from '@vispera/kinds'
import { type ActionContext, did } from './action-context.ts'
import { type Actions, settingKeys } from './actions.ts'

type Basic = Pick<
  Actions,
  | 'canWrite'
  | 'together'
  | 'isFree'
  | 'isLocked'
  | 'writeSetting'
  | 'setSetting'
  | 'openNote'
  | 'editNote'
  | 'undo'
  | 'redo'
>

/** What a board needs in order to be drawn, and what can be done with it before anybody has reached for a note. */
export function basicActions(context: ActionContext): Basic {
  const { open, kind, ui, session, t, say, toast } = context

  return {
    canWrite: session.canWrite,
    together: (act) => session.history.run(act),
    isLocked: (id) => open.store.settings()[settingKeys.locked(id)] === true,
    isFree: (id) => !isFixedNote(kind, id),

    writeSetting: (key, text) => did(context, (origin) => writeSettingText(open.doc, key, text, origin)),
    setSetting: (key, value) => did(context, (origin) => setSetting(open.doc, key, value, origin)),
    openNote(id) {
      if (id === null) ui.set({ opened: null })
      else ui.set({ opened: id, selection: new Set([id]), editing: null })
    },
    editNote(id) {
      if (id === null) ui.set({ editing: null })
      else if (open.store.settings()[settingKeys.locked(id)] === true)
        toast({ message: t('outline.refused.locked') })
      else if (session.canWrite()) ui.set({ editing: id, selection: new Set([id]) })
    },
    undo() {
      say(t(session.history.undo() ? 'outline.said.undone' : 'outline.said.nothingToUndo'))
    },
    redo() {
      say(t(session.history.redo() ? 'outline.said.redone' : 'outline.said.nothingToRedo'))
    },
  }
}
