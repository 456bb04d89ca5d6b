import type * as Y from 'yjs'
import { type Board, type BoardEntry, readSettings } from './board.ts'
import { linksOf, notesOf, settingsOf } from './board-doc.ts'
import { type Link, readLink } from './link.ts'
import { type Note, readNote } from './note.ts'

type Listener = () => void

/**
 * A live, read-only view of one board document. Each change re-reads only the records that it touched
 * and wakes only their listeners; every other note keeps its identity.
 */
export interface BoardStore {
  /** The notes that parse, by id; a new Map whenever any of them changes. */
  notes(): ReadonlyMap<string, Note>
  note(id: string): Note | undefined
  links(): ReadonlyMap<string, Link>
  settings(): Readonly<Record<string, unknown>>
  /** All of it as plain values; the same object until something changes. */
  board(entry: BoardEntry): Board
  /** Records that do not parse. */
  leftOut(): number
  /** Wakes on any change; answers how to stop. */
  subscribe(listener: Listener): () => void
  /** Wakes only when this note changes, comes or goes. */
  subscribeNote(id: string, listener: Listener): () => void
  close(): void
}

/** Opens a store over a board document. It never writes. */
export function openBoardStore(doc: Y.Doc): BoardStore {
  const noteMap = notesOf(doc)
  const linkMap = linksOf(doc)
  const settingsMap = settingsOf(doc)
  const notes = new Map<string, Note>()
  const links = new Map<string, Link>()
  // Copied when somebody asks, not with every change: a large board arrives in hundreds of them.
  let notesNow: ReadonlyMap<string, Note> | null = null
  let linksNow: ReadonlyMap<string, Link> | null = null
  let settings = readSettings(doc)
  let cached: { entry: BoardEntry; board: Board } | null = null
  const broken = new Set<string>()
  const listeners = new Set<Listener>()
  const noteListeners = new Map<string, Set<Listener>>()

  const loadNote = (id: string) => {
    const note = noteMap.has(id) ? readNote(id, noteMap.get(id)) : undefined
    keep(notes, id, note, `note ${id}`)
  }
  const loadLink = (id: string) => {
    const link = linkMap.has(id) ? readLink(id, linkMap.get(id)) : undefined
    keep(links, id, link, `link ${id}`)
  }
  const keep = <T>(map: Map<string, T>, id: string, record: T | null | undefined, name: string) => {
    if (record === null) broken.add(name)
    else broken.delete(name)
    if (record) map.set(id, record)
    else map.delete(id)
  }
  const wake = (noteIds: Iterable<string> = []) => {
    cached = null
    for (const id of noteIds) for (const listener of noteListeners.get(id) ?? []) listener()
    for (const listener of listeners) listener()
  }

  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const touched = touchedKeys(events)
    notesNow = null
    for (const id of touched) loadNote(id)
    wake(touched)
  }
  const onLinks = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    linksNow = null
    for (const id of touchedKeys(events)) loadLink(id)
    wake()
  }
  const onSettings = () => {
    settings = readSettings(doc)
    wake()
  }

  for (const id of noteMap.keys()) loadNote(id)
  for (const id of linkMap.keys()) loadLink(id)
  noteMap.observeDeep(onNotes)
  linkMap.observeDeep(onLinks)
  settingsMap.observeDeep(onSettings)

  return {
    notes() {
      notesNow ??= new Map(notes)
      return notesNow
    },
    note: (id) => notes.get(id),
    links() {
      linksNow ??= new Map(links)
      return linksNow
    },
    settings: () => settings,
    leftOut: () => broken.size,
    board(entry) {
      if (cached && isSameEntry(cached.entry, entry)) return cached.board
      const { id, kind, title } = entry
      const board: Board = {
        id,
        kind,
        title,
        notes: [...notes.values()],
        links: [...links.values()],
        settings,
        leftOut: broken.size,
      }
      cached = { entry, board }
      return board
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeNote(id, listener) {
      const set = noteListeners.get(id) ?? new Set()
      noteListeners.set(id, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) noteListeners.delete(id)
      }
    },
    close() {
      noteMap.unobserveDeep(onNotes)
      linkMap.unobserveDeep(onLinks)
      settingsMap.unobserveDeep(onSettings)
      listeners.clear()
      noteListeners.clear()
    },
  }
}

function touchedKeys(events: Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const touched = new Set<string>()
  for (const event of events) {
    const first = event.path[0]
    if (typeof first === 'string') touched.add(first)
    else for (const key of event.keys.keys()) touched.add(key)
  }
  return touched
}

const isSameEntry = (a: BoardEntry, b: BoardEntry) =>
  a.id === b.id && a.kind === b.kind && a.title === b.title
