import type { Kind } from '@vispera/kinds'

/** Note kinds that people make by writing: no fixed notes, no theme headings, no gap cards. */
export function writableKinds(kind: Kind): Kind['noteKinds'] {
  const { layout } = kind
  const made = new Set(kind.fixedNotes.map((note) => note.kind))
  if (layout.engine === 'canvas') made.add(layout.theme)
  if (layout.engine === 'timeline') made.add(layout.chain.gap)
  return kind.noteKinds.filter((one) => !made.has(one.id))
}
