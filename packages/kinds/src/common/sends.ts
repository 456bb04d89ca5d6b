import type { Send } from '../kind.ts'

/** "Carry this along": notes of these kinds can be taken to a board of `toKind`, words and all. */
export const carryTo = (toKind: string, noteKinds: readonly string[]): Send[] =>
  noteKinds.map((noteKind) => ({
    id: `carry-${noteKind}`,
    from: [noteKind],
    link: 'came-from',
    linksBack: true,
    toKind,
    creates: noteKind,
    copiesText: true,
  }))
