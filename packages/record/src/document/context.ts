import type { Board, CrossLink, Link, Note, NoteRef, ParsedWorkshop } from '@vispera/board'
import type { Kind, NoteKind } from '@vispera/kinds'
import type { Words } from '../words/words.ts'
import { type Derived, readDerived, topsOf } from './derived.ts'
import { type Plan, readPlan } from './plan.ts'
import { type Standing, standingOf } from './visibility.ts'

/** One board as the record sees it. */
export interface BoardView {
  readonly board: Board
  /** Null for a method that this release does not know. */
  readonly kind: Kind | null
  /** Notes that may leave the room, in no particular order. */
  readonly notes: ReadonlyMap<string, Note>
  /** All notes; only to know what would be untrue to say (a step whose only tactic is sensitive has one). */
  readonly all: ReadonlyMap<string, Note>
  /** Links whose two ends may leave the room. */
  readonly links: readonly Link[]
  /** The same by each end. */
  readonly linksAt: ReadonlyMap<string, readonly Link[]>
  /** What the kind computes: lists, themes, stacks. */
  readonly derived: Derived
  /** The note that stands for this one: the top of its stack, or itself. */
  readonly topOf: (id: string) => string
  /** The kind's plan, for boards that read forwards. */
  readonly plan: Plan | null
  noteKind(id: string): NoteKind | undefined
}

/** A link across boards whose two ends are there and may leave the room. */
export interface ThreadLink {
  readonly link: CrossLink
  readonly from: BoardNote
  readonly to: BoardNote
}

export interface BoardNote {
  readonly view: BoardView
  readonly note: Note
}

/** What has been printed already. Each note is printed whole once; what nobody printed goes to the end. */
export interface Ledger {
  isPrinted(note: Note): boolean
  print(note: Note): void
  isLinkPrinted(id: string): boolean
  printLink(id: string): void
}

/** Everything the parts of a record look at. */
export interface RecordContext {
  readonly workshop: ParsedWorkshop
  readonly words: Words
  readonly includeSensitive: boolean
  readonly views: readonly BoardView[]
  readonly threads: readonly ThreadLink[]
  /** Links across boards by the note they run from or to; a stack counts as the note on top. */
  readonly outgoing: ReadonlyMap<Note, readonly ThreadLink[]>
  readonly incoming: ReadonlyMap<Note, readonly ThreadLink[]>
  readonly ledger: Ledger
}

export type KindOf = (id: string) => Kind | undefined

/** Prepares a workshop for the record: who may leave, what is linked, what the kinds compute. */
export function openContext(
  workshop: ParsedWorkshop,
  words: Words,
  kindOf: KindOf,
  includeSensitive: boolean,
): RecordContext {
  const boards = new Map(workshop.boards.map((board) => [board.id, board]))
  const views = workshop.boards.map((board): BoardView => {
    const kind = kindOf(board.kind) ?? null
    const all = new Map(board.notes.map((note) => [note.id, note]))
    const notes = new Map(board.notes.filter(mayLeave).map((note) => [note.id, note]))
    const links = board.links.filter((link) => notes.has(link.from) && notes.has(link.to))
    const noteKinds = new Map(kind?.noteKinds.map((noteKind) => [noteKind.id, noteKind]))
    const derived = readDerived(kind?.derive(board, { threads: workshop.threads, boards }))
    return {
      board,
      kind,
      notes,
      all,
      links,
      linksAt: groupBy(
        links.flatMap((link) =>
          link.from === link.to
            ? [[link.from, link] as const]
            : [[link.from, link] as const, [link.to, link] as const],
        ),
        ([end]) => end,
        ([, link]) => link,
      ),
      derived,
      topOf: topsOf(derived),
      plan: kind && readPlan(kind, board, derived),
      noteKind: (id) => noteKinds.get(id),
    }
  })
  const byId = new Map(views.map((view) => [view.board.id, view]))
  const threads = workshop.threads.flatMap((link): ThreadLink[] => {
    const from = noteAt(byId, link.from)
    const to = noteAt(byId, link.to)
    return from && to ? [{ link, from, to }] : []
  })
  const outgoing = groupBy(threads, (thread) => topOf(thread.from), same)
  const incoming = groupBy(threads, (thread) => topOf(thread.to), same)
  return { workshop, words, includeSensitive, views, threads, outgoing, incoming, ledger: openLedger() }

  function mayLeave(note: Note): boolean {
    return standingOf(note, includeSensitive) === 'in'
  }
}

/** How many notes of the workshop stand how. */
export function countStandings(context: RecordContext): Readonly<Record<Standing, number>> {
  const counts = { in: 0, sensitive: 0, 'do-not-record': 0, hidden: 0, archived: 0, unrevealed: 0 }
  for (const board of context.workshop.boards) {
    for (const note of board.notes) counts[standingOf(note, context.includeSensitive)]++
  }
  return counts
}

function noteAt(views: ReadonlyMap<string, BoardView>, ref: NoteRef): BoardNote | null {
  const view = views.get(ref.board)
  const note = view?.notes.get(ref.note)
  return view && note ? { view, note } : null
}

const same = <T>(item: T): T => item

const topOf = ({ view, note }: BoardNote): Note => view.notes.get(view.topOf(note.id)) ?? note

function groupBy<T, K, V>(
  items: readonly T[],
  keyOf: (item: T) => K,
  read: (item: T) => V,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(read(item))
    else groups.set(key, [read(item)])
  }
  return groups
}

function openLedger(): Ledger {
  const notes = new Set<Note>()
  const links = new Set<string>()
  return {
    isPrinted: (note) => notes.has(note),
    print: (note) => notes.add(note),
    isLinkPrinted: (id) => links.has(id),
    printLink: (id) => links.add(id),
  }
}
