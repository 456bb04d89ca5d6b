import { editNotes, isTextField, isZonePlace, moveNotes, setSetting, writeText } from '@vispera/board'
import { isFixedNote } from '@vispera/kinds'
import { type ActionContext, boardOf, did } from './action-context.ts'
import { type Actions, settingKeys } from './actions.ts'
import { placesForNew } from './default-place.ts'
import { placesInList } from './lists.ts'

type Editing = Pick<
  Actions,
  'recolor' | 'setField' | 'edit' | 'setKind' | 'setSensitive' | 'keepApart' | 'dismissPrompt'
>

export function editingActions(context: ActionContext): Editing {
  const { open, kind, t, say } = context
  const there = (ids: readonly string[]) => ids.filter((id) => open.store.note(id) !== undefined)

  return {
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

    dismissPrompt: (promptId) =>
      did(context, (origin) => setSetting(open.doc, settingKeys.dismissed(promptId), true, origin)),
  }
}
