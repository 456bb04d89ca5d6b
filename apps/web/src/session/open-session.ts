import {
  type Agenda,
  closedFor,
  documentNames,
  mayLead,
  mayWrite,
  openHistory,
  readAgenda,
  readStage,
  readThreads,
  type SafetyLevel,
  type Stage,
  stageNow,
} from '@vispera/board'
import { Doc } from 'yjs'
import { api, type Joined, workshopApi } from './api.ts'
import { openBoardPool } from './board-pool.ts'
import { openDeviceCopies } from './device-copy.ts'
import { type Line, openLine } from './line.ts'
import { type DraftLine, openDraftLine } from './my-draft.ts'
import { readAttendance } from './presence.ts'
import { saveStateOf } from './save-state.ts'
import { leaveSeatBehind, writeSeat } from './seat.ts'
import { openServerClock } from './server-clock.ts'
import type { Person, SaveState, WorkshopSession } from './workshop-session.ts'

/** The session of somebody who has joined: one line to `stage`, one to `threads`, one per open board. */
export function openSession(workshop: string, key: string, joined: Joined): WorkshopSession {
  const { id, role } = joined.participant
  let { token } = joined
  let me: WorkshopSession['me'] = { id, role, name: joined.alias }
  let stage: Stage | null = null
  let agenda: Agenda = { stages: [], now: null, ended: false }
  let standing: string | null = null
  const clock = openServerClock(joined.now)
  let safety: SafetyLevel = joined.safety
  let people: readonly Person[] = []
  let whereabouts: ReadonlyMap<string, string> = new Map()
  let saveState: SaveState = { state: 'saved', waiting: 0 }
  let isRenewing = false
  const listeners = new Set<() => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }

  const stageDoc = new Doc()
  const threads = new Doc()
  let crossLinks = readThreads(threads).links
  const history = openHistory()
  history.track(threads)
  const requests = workshopApi(workshop, () => token)
  const copies = openDeviceCopies(workshop, id, () => safety !== 'protected')
  const lineTo = (name: string) => ({ url: socketAddress(), name, token: () => token })
  const onChange = () => {
    const open = lines()
    saveState = sameOr(saveState, saveStateOf(open.map((line) => line.state())))
    if (open.some((line) => line.refusal() === 'wiped')) void copies.forget({ ofAll: true })
    if (open.some((line) => line.refusal() === 'expired')) void renewSeat()
    wake()
  }
  const stageLine = openLine({ ...lineTo(documentNames.stage(workshop)), doc: stageDoc }, () => onChange())
  const threadsLine = openLine({ ...lineTo(documentNames.threads(workshop)), doc: threads }, () => onChange())
  void copies.keep(documentNames.threads(workshop), threads)
  const entryOf = (board: string) => stage?.boards.find((entry) => entry.id === board)
  const pool = openBoardPool({ workshop, entryOf, lineTo, copies, history, onChange })
  let draft: DraftLine | null = null
  const lines = (): Line[] => {
    const drafts = draft?.line()
    return [stageLine, threadsLine, ...pool.lines(), ...(drafts ? [drafts] : [])]
  }
  const { awareness } = stageLine.document

  /** An expired seat is taken up again with the key, which still says who may come in; it is tried once. */
  async function renewSeat() {
    if (isRenewing) return
    isRenewing = true
    try {
      const again = await api.join(workshop, { key, resume: token })
      token = again.token
      writeSeat(workshop, key, again)
      for (const line of lines()) line.document.reconnect(token)
      isRenewing = false
    } catch {
      // The key opens nothing any more: the refusal stands, and the screen says so.
      wake()
    }
  }
  const onStage = () => {
    stage = readStage(stageDoc)
    agenda = readAgenda(stageDoc)
    // A workshop that became more careful leaves nothing more on devices.
    if (stage && stage.workshop.safety !== safety) {
      safety = stage.workshop.safety
      if (safety === 'protected') void copies.forget()
    }
    wakeWhenOver()
    wake()
  }
  const draftName = documentNames.draft(workshop, id)
  const openDraft = () => {
    if (!mayWrite(role)) return null
    draft ??= openDraftLine(lineTo(draftName), copies, onChange)
    return draft
  }
  // What was written without a network, and then left with the tab, is sent as soon as somebody is back.
  if (copies.isKept(draftName)) openDraft()
  let untilOver: ReturnType<typeof setTimeout> | undefined
  /** A stage that is open until a time closes by itself: nobody says so. */
  const wakeWhenOver = () => {
    clearTimeout(untilOver)
    const until = stageNow(agenda)?.until
    const leftMs = until ? until.at - clock.now() : -1
    // Timers hold no more than 24 days.
    if (leftMs >= 0) untilOver = setTimeout(onStage, Math.min(leftMs + 50, 2 ** 31 - 1))
  }
  const closed = (board = standing) => closedFor(agenda, role, board, clock.now())
  const onThreads = () => {
    crossLinks = readThreads(threads).links
    wake()
  }
  const onAttendance = () => {
    const attendance = readAttendance(awareness)
    people = attendance.people.filter((person) => person.id !== id)
    whereabouts = attendance.at
    wake()
  }
  const warnOfLoss = (event: BeforeUnloadEvent) => {
    if (saveState.waiting > 0) event.preventDefault()
  }
  const keepSeat = () => {
    if (saveState.waiting > 0 && safety !== 'protected') leaveSeatBehind(workshop, { token, key })
  }
  stageDoc.on('update', onStage)
  threads.on('update', onThreads)
  awareness.on('change', onAttendance)
  addEventListener('beforeunload', warnOfLoss)
  addEventListener('pagehide', keepSeat)

  return {
    workshop,
    get token() {
      return token
    },
    get me() {
      return me
    },
    api: requests,
    links: joined.links,
    history,
    threads,
    stage: () => stage,
    stageDoc,
    agenda: () => agenda,
    serverNow: clock.now,
    async askTime() {
      const askedAt = performance.now()
      clock.hear((await api.time()).now, askedAt)
    },
    async command(name, input) {
      const askedAt = performance.now()
      const answer = await requests.command(name, input)
      clock.hear(answer.now, askedAt)
      return answer
    },
    draft: openDraft,
    crossLinks: () => crossLinks,
    openBoard: pool.open,
    people: () => people,
    observers: () => people.filter((person) => person.role === 'observer').length,
    saveState: () => saveState,
    canWrite: () => closed() === null,
    closed,
    canLead: () => mayLead(role),
    refusal: () => stageLine.refusal(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async rename(name) {
      await requests.rename(name)
      me = { ...me, name }
      wake()
    },
    standAt(board) {
      standing = board
      wake()
      awareness.setLocalStateField('at', board)
    },
    whereabouts: () => whereabouts,
    async close({ forget = false } = {}) {
      removeEventListener('beforeunload', warnOfLoss)
      removeEventListener('pagehide', keepSeat)
      clearTimeout(untilOver)
      if (forget) {
        writeSeat(workshop, key, null)
        await copies.forget()
      }
      pool.close()
      stageLine.close()
      threadsLine.close()
      draft?.close()
      history.close()
      stageDoc.destroy()
      threads.destroy()
    },
  }
}

const socketAddress = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

/** The same object while nothing differs, so that nobody is woken for nothing. */
const sameOr = (before: SaveState, next: SaveState) =>
  before.state === next.state && before.waiting === next.waiting ? before : next
