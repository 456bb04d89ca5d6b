import {
  editNotes,
  isTextField,
  isZonePlace,
  moveNotes,
  setSetting,
  writeSettingText,
  writeText,
} from '@vispera/board'
import { isFixedNote } from '@vispera/kinds'
import { type ActionContext, boardOf, did } from './action-context.ts'
import { type Actions, settingKeys } from './actions.ts'
import { placesForNew } from './default-place.ts'
import { placesInList } from './lists.ts'

type Editing = Pick<
  Actions,
  | 'canWrite'
  | 'isFree'
  | 'isLocked'
  | 'recolor'
  | 'setField'
  | 'edit'
  | 'setKind'
  | 'setSensitive'
  | 'keepApart'
  | 'writeSetting'
  | 'setSetting'
  | 'dismissPrompt'
  | 'openNote'
  | 'editNote'
  | 'undo'
  | 'redo'
>

export function editingActions(context: ActionContext): Editing {
  const { open, kind, ui, session, t, say, toast } = context
  const there = (ids: readonly string[]) => ids.filter((id) => open.store.note(id) !== undefined)

  return {
    canWrite: session.canWrite,
    isLocked: (id) => open.store.settings()[settingKeys.locked(id)] === true,
    isFree: (id) => !isFixedNote(kind, id),

    recolor(ids, color) {
      const done = did(context, (origin) => editNotes(open.doc, there(ids), { color }, origin))
      if (done) say(t('outline.said.recolored', { count: ids.length, color: t(`outline.color.${color}`) }))
    },

    setField(id, field, value) {
      const noteKind = kind.noteKinds.find((one) => one.id === open.store.note(id)?.kind)
      const type = noteKind?.fields.find((one) => one.id === field)?.type
      if (!type) return
      did(context, (origin) => {
        if (isTextField(type)) writeText(open.doc, id, typeof value === 'string' ? value : '', field, origin)
        else editNotes(open.doc, [id], { fields: { [field]: value } }, origin)
      })
    },

    edit: (ids, edit) => did(context, (origin) => editNotes(open.doc, there(ids), edit, origin)),

    setKind(id, noteKind) {
      const note = open.store.note(id)
      if (!note || note.kind === noteKind || isFixedNote(kind, id)) return
      const zone = isZonePlace(note.place) ? note.place.zone : null
      const fits = kind.zones.find((one) => one.id === zone)?.noteKinds.includes(noteKind) ?? false
      const place = zone !== null && fits ? null : (placesForNew(context, noteKind, 1)[0] ?? null)
      did(context, (origin) =>
        open.doc.transact(() => {
          editNotes(open.doc, [id], { kind: noteKind }, origin)
          if (place && (zone !== null || isZonePlace(place))) moveNotes(open.doc, [{ id, place }], origin)
        }, origin),
      )
    },

    setSensitive(ids, on) {
      const sensitivity = on ? ('sensitive' as const) : undefined
      did(context, (origin) => editNotes(open.doc, there(ids), { sensitivity }, origin))
      say(t(on ? 'outline.said.sensitive' : 'outline.said.notSensitive', { count: ids.length }))
    },

    keepApart(id, on) {
      const { layout } = kind
      const note = open.store.note(id)
      if (!note || isFixedNote(kind, id)) return
      const apart = layout.engine === 'canvas' ? layout.apart : undefined
      const place = on
        ? apart && placesInList(boardOf(context), { zone: apart }, 1)[0]
        : isZonePlace(note.place) && note.place.zone === apart && placesForNew(context, note.kind, 1)[0]
      did(context, (origin) =>
        open.doc.transact(() => {
          editNotes(open.doc, [id], { keepSeparate: on || undefined, cluster: undefined }, origin)
          if (place) moveNotes(open.doc, [{ id, place }], origin)
        }, origin),
      )
      say(t(on ? 'outline.said.keptApart' : 'outline.said.notApart'))
    },

    writeSetting: (key, text) => did(context, (origin) => writeSettingText(open.doc, key, text, origin)),
    setSetting: (key, value) => did(context, (origin) => setSetting(open.doc, key, value, origin)),
    dismissPrompt: (promptId) =>
      did(context, (origin) => setSetting(open.doc, settingKeys.dismissed(promptId), true, origin)),

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
