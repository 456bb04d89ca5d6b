import * as Y from 'yjs'
import { linksOf, notesOf, settingsOf } from './board-doc.ts'
import { type CrossLink, type Link, readCrossLink, readLink } from './link.ts'
import { type Note, readNote } from './note.ts'

/** What one board holds, as plain values: the input of rules, records and views. */
export interface Board {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly notes: readonly Note[]
  readonly links: readonly Link[]
  readonly settings: Readonly<Record<string, unknown>>
  /** How many records did not parse and were left out. */
  readonly leftOut: number
}

/** What the workshop's `stage` says of a board. */
export interface BoardEntry {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** The small group whose board it is. `shared`: its results were brought together; it is closed and open to read. */
  readonly group?: { readonly id: string; readonly state: 'private' | 'public' | 'shared' }
  /** The board that it was copied from for a group. */
  readonly from?: string
}

/** Reads a whole board document. Records that do not parse are left out and counted. */
export function readBoard({ id: boardId, kind, title }: BoardEntry, doc: Y.Doc): Board {
  const notes: Note[] = []
  const links: Link[] = []
  let leftOut = 0
  for (const [id, map] of notesOf(doc).entries()) {
    const note = readNote(id, map)
    if (note) notes.push(note)
    else leftOut++
  }
  for (const [id, value] of linksOf(doc).entries()) {
    const link = readLink(id, value)
    if (link) links.push(link)
    else leftOut++
  }
  return { id: boardId, kind, title, notes, links, settings: readSettings(doc), leftOut }
}

/** A board's settings: words and plain values. Anything else under a key is no setting. */
export function readSettings(doc: Y.Doc): Readonly<Record<string, unknown>> {
  const settings: [string, unknown][] = []
  for (const [key, value] of settingsOf(doc).entries()) {
    if (value instanceof Y.Text) settings.push([key, value.toString()])
    else if (['string', 'number', 'boolean'].includes(typeof value)) settings.push([key, value])
  }
  return Object.fromEntries(settings)
}

/** Reads the workshop's links across boards. */
export function readThreads(doc: Y.Doc): { links: CrossLink[]; leftOut: number } {
  const links: CrossLink[] = []
  let leftOut = 0
  for (const [id, value] of linksOf(doc).entries()) {
    const link = readCrossLink(id, value)
    if (link) links.push(link)
    else leftOut++
  }
  return { links, leftOut }
}
