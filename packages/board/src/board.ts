import type * as Y from 'yjs'
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
}

/** Reads a whole board document. Records that do not parse are left out and counted. */
export function readBoard(entry: BoardEntry, doc: Y.Doc): Board {
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
  return { ...entry, notes, links, settings: settingsOf(doc).toJSON(), leftOut }
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
