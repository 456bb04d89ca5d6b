import type { Note } from '@vispera/board'
import type { ArrangeInput } from '../layout.ts'
import { factOf } from '../shared/card.ts'

/** Whether what stands over the grid is closed (the first choice of its state holds), and its line of facts. */
export function roomState(
  { kind, words }: Pick<ArrangeInput, 'kind' | 'words'>,
  note: Note,
): { isClosed: boolean; line: string } {
  const fields = kind.noteKinds.find(({ id }) => id === note.kind)?.fields.filter(({ card }) => card) ?? []
  const state = fields.find(({ type }) => type.type === 'enum')
  const first = state?.type.type === 'enum' ? state.type.options[0] : undefined
  const value = state ? (note.fields[state.id] ?? first) : undefined
  const isClosed = value === first
  const said = fields.flatMap((field) =>
    field === state && isClosed ? [] : (factOf(note, field, words)?.text ?? []),
  )
  if (said.length > 0) return { isClosed, line: said.join(' · ') }
  return {
    isClosed,
    line: state && typeof value === 'string' ? words.t(`option.${note.kind}.${state.id}.${value}`) : '',
  }
}
