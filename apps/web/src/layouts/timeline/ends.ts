import { linesOf, type Note } from '@vispera/board'
import type { ArrangeInput } from '../layout.ts'
import { dateWords, factOf } from '../shared/card.ts'
import { type as faces } from '../shared/type.ts'
import { posterWidth, sceneWidth } from './measures.ts'

/** A named part of an anchored card: its label and its words. */
export interface EndPart {
  readonly id: string
  readonly label: string
  readonly lines: readonly string[]
}

/** What the kind shows of an anchored card under its headline; empty parts are left out. */
export function endParts({ kind, words }: Pick<ArrangeInput, 'kind' | 'words'>, note: Note): EndPart[] {
  const fields = kind.noteKinds.find((one) => one.id === note.kind)?.fields ?? []
  return fields.flatMap((field): EndPart[] => {
    if (field.card !== 'foot' || field.sensitive) return []
    const value = note.fields[field.id]
    const lines =
      field.type.type === 'lines'
        ? linesOf(value)
        : [factOf(note, field, words)?.text ?? ''].filter((line) => line !== '')
    return lines.length > 0 ? [{ id: field.id, label: words.t(`field.${note.kind}.${field.id}`), lines }] : []
  })
}

/** "Victory · in about 3 years": the note kind and, once said, its badge (the horizon). */
export function endLabel({ kind, words }: Pick<ArrangeInput, 'kind' | 'words'>, note: Note): string {
  const fields = kind.noteKinds.find((one) => one.id === note.kind)?.fields ?? []
  const badge = fields.find((field) => field.card === 'badge')
  const said = badge ? dateWords(note.fields[badge.id]) : ''
  const name = words.t(`noteKind.${note.kind}`)
  return said === '' ? name : words.t('surface.timeline.endLabel', { name, said })
}

/** Height of the sun over the poster's words. */
export const posterSun = 116
export const scenePad = 18
export const posterPad = 20

/** How tall the anchored cards stand. */
export function endHeights(
  input: ArrangeInput,
  scene: Note | undefined,
  poster: Note | undefined,
  reaches: boolean,
): { scene: number; poster: number } {
  const { measure, words } = input
  const partsHeight = (note: Note, room: number) =>
    endParts(input, note).reduce(
      (sum, part) =>
        sum +
        8 +
        measure.height(part.label, room, faces.label) +
        part.lines.reduce((all, line) => all + measure.height(line, room, faces.prompt), 0),
      0,
    )
  const height = (
    note: Note,
    room: number,
    headline: typeof faces.poster | typeof faces.scene,
    empty: string,
  ) =>
    measure.height(endLabel(input, note), room, { ...faces.label, size: 16.5 }) +
    8 +
    measure.height(note.text.trim() || empty, room, headline) +
    8 +
    partsHeight(note, room)
  const sceneRoom = sceneWidth - 2 * scenePad
  const posterRoom = posterWidth - 2 * posterPad
  const status = words.t(reaches ? 'surface.timeline.victoryReaches' : 'surface.timeline.victoryHangs')
  return {
    scene: scene
      ? Math.ceil(
          height(scene, sceneRoom, faces.scene, words.t('surface.timeline.sceneEmpty')) + 2 * scenePad,
        )
      : 0,
    poster: poster
      ? Math.ceil(
          posterSun +
            height(poster, posterRoom, faces.poster, words.t('surface.timeline.posterEmpty')) +
            2 * posterPad +
            24 +
            measure.height(status, posterRoom - 30, faces.label),
        )
      : 0,
  }
}
