import {
  type Agenda,
  addNotes,
  type BoardEntry,
  mayLead,
  mayWrite,
  type NewNote,
  openBoardStore,
  openHistory,
  type Role,
  readGroups,
  readThreads,
  type SafetyLevel,
} from '@vispera/board'
import * as Y from 'yjs'
import { workshopApi } from './api.ts'
import { noSignals } from './publisher.ts'
import type { BoardPresence, OpenBoard, Person, Signals, WorkshopSession } from './workshop-session.ts'

export interface MemoryWorkshop {
  readonly title: string
  readonly safety?: SafetyLevel
  readonly role?: Role
  readonly boards: readonly MemoryBoard[]
  /** Others in the workshop, standing still. */
  readonly people?: readonly Person[]
}

export interface MemoryBoard extends BoardEntry {
  readonly notes?: readonly NewNote[]
  /** Writes what else the board holds from the start. */
  readonly fill?: (doc: Y.Doc) => void
}

/** A seat in a workshop that exists only in this page: for the dev page and for tests. Nothing is sent or kept. */
export function openMemorySession(workshop: MemoryWorkshop): WorkshopSession {
  const { title, safety = 'guarded', role = 'facilitator', people = [] } = workshop
  const history = openHistory()
  const threads = new Y.Doc()
  history.track(threads)
  const boards = new Map(workshop.boards.map((board) => [board.id, openMemoryBoard(board, people)]))
  for (const board of boards.values()) history.track(board.doc)
  const entries = workshop.boards.map(({ id, kind, title: name }) => ({
    id,
    kind,
    title: name,
  }))
  const stage = {
    workshop: { title, safety, languages: ['en'], month: '2026-11' },
    boards: entries,
  }
  const agenda: Agenda = { stages: [], now: null, ended: false }
  const draft = { doc: new Y.Doc(), isReady: () => true, pending: () => 0 }
  let crossLinks = readThreads(threads).links
  const listeners = new Set<() => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }
  threads.on('update', () => {
    crossLinks = readThreads(threads).links
    wake()
  })
  let me = { id: 'me', role, name: '' }
  const saved = { state: 'saved', waiting: 0 } as const

  return {
    workshop: 'memory',
    token: '',
    api: workshopApi('memory', () => ''),
    get me() {
      return me
    },
    links: {},
    history,
    threads,
    stage: () => stage,
    stageDoc: new Y.Doc(),
    agenda: () => agenda,
    serverNow: () => Date.now(),
    askTime: async () => {},
    command: async () => ({}),
    draft: () => draft,
    lead: () => null,
    groups: () => noGroups,
    crossLinks: () => crossLinks,
    openBoard(id) {
      const board = boards.get(id)
      return board ? { board, release: () => {} } : null
    },
    people: () => people,
    observers: () => 1,
    saveState: () => saved,
    canWrite: () => mayWrite(role),
    closed: () => (mayWrite(role) ? null : 'role'),
    canLead: () => mayLead(role),
    refusal: () => null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async rename(name) {
      me = { ...me, name }
      wake()
    },
    standAt: () => {},
    whereabouts: () => nowhere,
    away: () => null,
    unsent: () => [],
    settle: () => {},
    signals: () => silence,
    mySignals: () => noSignals,
    signal: () => {},
    async close() {
      history.close()
      for (const board of boards.values()) board.doc.destroy()
      threads.destroy()
    },
  }
}

function openMemoryBoard({ notes = [], fill, ...entry }: MemoryBoard, people: readonly Person[]): OpenBoard {
  const doc = new Y.Doc()
  fill?.(doc)
  addNotes(doc, notes)
  const store = openBoardStore(doc)
  const others: readonly BoardPresence[] = people.map((person, index) => ({
    person,
    client: index + 1,
    cursor: [180 + index * 260, 240 + index * 90],
    held: [],
    writing: null,
    laser: null,
  }))
  return {
    entry,
    doc,
    store,
    isReady: () => true,
    hasArrived: () => true,
    others: () => others,
    setPresence: () => {},
    isWaiting: () => false,
    subscribe: () => () => {},
    refusal: () => null,
    mine: () => none,
  }
}

const none: readonly string[] = []
const nowhere: ReadonlyMap<string, string> = new Map()
const silence: ReadonlyMap<string, Signals> = new Map()

const noGroups = readGroups(new Y.Doc())
