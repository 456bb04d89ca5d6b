import {
  type Agenda,
  type BoardEntry,
  type Closed,
  closedFor,
  documentNames,
  groupAccess,
  mayLead,
  mayWrite,
  openHistory,
  type Role,
  readAgenda,
  readGroups,
  readRoles,
  readStage,
  readThreads,
  type SafetyLevel,
  type Stage,
  stageNow,
} from '@vispera/board'
import { openWire } from '@vispera/sync/client'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { api, type Joined, workshopApi } from './api.ts'
import { ApiError } from './api-error.ts'
import { type Aside, asidesOf, setAside, settleAsides } from './asides.ts'
import { openBoardPool } from './board-pool.ts'
import { openDeviceCopies } from './device-copy.ts'
import { followPresence } from './follow-presence.ts'
import { keeps, type LeadLine, openLeadLine } from './lead-line.ts'
import { type Line, openLine } from './line.ts'
import { type KeptLine, openKeptLine } from './my-draft.ts'
import { createPublisher, noSignals, sameOr } from './publisher.ts'
import { saveStateOf } from './save-state.ts'
import { leaveSeatBehind, writeSeat } from './seat.ts'
import { openServerClock } from './server-clock.ts'
import { writeStored } from './stored.ts'
import type { Away, Person, SaveState, Signals, WorkshopSession } from './workshop-session.ts'

/** The session of somebody who has joined: on one socket a line to `stage`, one to `threads`, one per open board. */
export function openSession(workshop: string, key: string, joined: Joined): WorkshopSession {
  const { id } = joined.participant
  let { role } = joined.participant
  let { token } = joined
  let me: WorkshopSession['me'] = { id, role, name: joined.alias }
  let stage: Stage | null = null
  let agenda: Agenda = { stages: [], now: null, ended: false }
  let standing: string | null = null
  const clock = openServerClock(joined.now)
  let safety: SafetyLevel = joined.safety
  let people: readonly Person[] = []
  let whereabouts: ReadonlyMap<string, string> = new Map()
  let signals: ReadonlyMap<string, Signals> = new Map()
  let mySignals = noSignals
  let saveState: SaveState = { state: 'saved', waiting: 0 }
  let isRenewing = false
  let isCutOff = false
  let isEnding = false
  let isSetBack = false
  let away: Away | null = null
  let groups = noGroups
  const listeners = new Set<() => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }

  const stageDoc = new Doc()
  const history = openHistory()
  const requests = workshopApi(workshop, () => token)
  const wire = openWire({ url: socketAddress(), token })
  const copies = openDeviceCopies(workshop, id, () => safety !== 'protected', {
    onLack: () => onChange(),
    onOld: (document, copy) => keepAside({ document, copy, why: 'set-back' }),
  })
  /** With a board, or null for the links across boards, the line knows when the stage holds back what is written. */
  const lineTo = (name: string, board?: string | null) => ({
    ...{ wire, name, onGone: keepAside },
    ...(board !== undefined && { isHeldBack: () => closed(board) !== null }),
  })
  function keepAside(aside: Aside) {
    setAside(workshop, [aside])
    onChange()
  }
  const onChange = () => {
    const open = lines()
    saveState = sameOr(saveState, saveStateOf(open.map((line) => line.state())))
    if (open.some((line) => line.refusal() === 'wiped')) void copies.forget({ ofAll: true })
    if (open.some((line) => line.refusal() === 'expired')) void renewSeat()
    if (open.some((line) => line.refusal() === 'set-back')) void beginAgain('set-back')
    tellAway()
    wake()
  }
  const tellAway = () => {
    const next = { isLacking: copies.isLacking() && mayWrite(role), asides: asidesOf(workshop) }
    const isNews = next.isLacking || next.asides.length > 0
    if (!isNews || away?.isLacking !== next.isLacking || away.asides !== next.asides)
      away = isNews ? next : null
  }
  /** What is open here may not be sent as it is: it is set aside, and a new session begins. */
  async function beginAgain(why: Aside['why']) {
    if (isEnding) return
    isEnding = true
    // Where one document was set back, the others are told so in the same moment.
    await new Promise((resolve) => setTimeout(resolve, togetherMs))
    const open = lines().filter((line) => line !== stageLine)
    const asides = open.map(({ name, document: { doc } }) => ({
      document: name,
      copy: encodeStateAsUpdate(doc),
      why,
    }))
    setAside(workshop, asides)
    const old = open.filter((line) => why === 'foreign' || line.refusal() === 'set-back')
    await Promise.allSettled(old.map(({ name }) => copies.drop(name)))
    isSetBack = true
    wake()
  }
  const stageLine = openLine({ ...lineTo(documentNames.stage(workshop)), doc: stageDoc }, () => onChange())
  const threadsLine = openKeptLine(lineTo(documentNames.threads(workshop), null), copies, () => onChange())
  const threads = threadsLine.doc
  let crossLinks = readThreads(threads).links
  history.track(threads)
  const entryOf = (board: string) => stage?.boards.find((entry) => entry.id === board)
  const pool = openBoardPool({ workshop, entryOf, lineTo, copies, history, onChange })
  let draft: KeptLine | null = null
  let lead: LeadLine | null = null
  const lines = (): Line[] => {
    const kept = [threadsLine.line(), draft?.line()]
    return [stageLine, ...pool.lines(), ...kept.filter((line) => line != null)]
  }
  const { awareness } = stageLine.document
  const publisher = createPublisher<Signals>(awareness)

  /** An expired seat is taken up again with the key, which still says who may come in; it is tried once. */
  async function renewSeat() {
    if (isRenewing) return
    isRenewing = true
    try {
      const again = await api.join(workshop, { key, resume: token })
      // Whoever had a seat is never made to wait; a server that says so knows this seat no more.
      if ('waiting' in again) throw new ApiError('not-found')
      token = again.token
      writeSeat(workshop, key, again)
      // The seat is no more, and what was written in it is not this one's to send.
      if (again.participant.id !== id) return void beginAgain('foreign')
      for (const line of lines()) line.document.reconnect(token)
      isRenewing = false
    } catch (error) {
      // The key opens nothing any more: the refusal stands, and the screen says so.
      isCutOff = error instanceof ApiError && error.code === 'not-found'
      if (isCutOff) void copies.forget()
      wake()
    }
  }
  const onStage = () => {
    groups = readGroups(stageDoc)
    followRole(readRoles(stageDoc).get(id) ?? role)
    stage = withoutForeign(readStage(stageDoc), (entry) =>
      groupAccess(entry, groups, { role, participant: id }),
    )
    agenda = readAgenda(stageDoc)
    // A group's board that has just become open to this seat was refused before.
    for (const line of pool.lines()) if (line.refusal() === 'forbidden') line.document.reconnect()
    // A workshop that became more careful leaves nothing more on devices.
    if (stage && stage.workshop.safety !== safety) {
      safety = stage.workshop.safety
      if (safety === 'protected') void copies.forget()
    }
    wakeWhenOver()
    wake()
  }
  /** What a role opens is opened when somebody gets it, and let go of when it is taken away. */
  function followRole(next: Role) {
    if (next === role) return
    role = next
    me = { ...me, role }
    if (!mayWrite(role)) {
      draft?.close()
      draft = null
    }
    if (!keeps(role)) {
      lead?.close()
      lead = null
    }
  }
  const openLead = () => {
    if (!keeps(role)) return null
    lead ??= openLeadLine(lineTo(documentNames.lead(workshop)), wake)
    return lead.doc
  }
  const draftName = documentNames.draft(workshop, id)
  const openDraft = () => {
    if (!mayWrite(role)) return null
    draft ??= openKeptLine(lineTo(draftName), copies, onChange)
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
  const closed = (board = standing): Closed | null => {
    const entry = stage?.boards.find((one) => one.id === board)
    const access = entry ? groupAccess(entry, groups, { role, participant: id }) : 'write'
    // A group's copy stands for the board that it was made from.
    return closedFor(agenda, role, entry?.from ?? board, clock.now()) ?? (access === 'write' ? null : 'group')
  }
  const onThreads = () => {
    crossLinks = readThreads(threads).links
    wake()
  }
  const unfollow = followPresence(awareness, ({ readAttendance }) => {
    const attendance = readAttendance(awareness)
    const others = attendance.people.filter((person) => person.id !== id)
    people = sameOr(people, others)
    whereabouts = sameOr(whereabouts, attendance.at)
    signals = sameOr(signals, attendance.signals)
    wake()
  })
  const warnOfLoss = (event: BeforeUnloadEvent) => {
    if (saveState.waiting > 0) event.preventDefault()
  }
  const keepSeat = () => {
    if (saveState.waiting > 0 && safety !== 'protected')
      leaveSeatBehind(workshop, { token, key, participant: id })
  }
  stageDoc.on('update', onStage)
  threads.on('update', onThreads)
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
    lead: openLead,
    groups: () => groups,
    crossLinks: () => crossLinks,
    openBoard: pool.open,
    people: () => people,
    observers: () => people.filter((person) => person.role === 'observer').length,
    saveState: () => saveState,
    canWrite: () => closed() === null,
    closed,
    canLead: () => mayLead(role),
    refusal() {
      if (isCutOff) return 'cut-off'
      const refusal = stageLine.refusal()
      // Said only once everything is set aside.
      if (isSetBack) return 'set-back'
      return refusal === 'set-back' ? null : refusal
    },
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
    signals: () => signals,
    mySignals: () => mySignals,
    signal(change) {
      mySignals = { ...mySignals, ...change }
      publisher.publish(change)
      wake()
    },
    whereabouts: () => whereabouts,
    away: () => away,
    unsent: () =>
      lines().map(({ name, document: { doc }, waiting }) => ({
        document: name,
        doc,
        notes: waiting.notes(),
      })),
    settle(asides) {
      settleAsides(workshop, asides)
      onChange()
    },
    async close({ forget = false } = {}) {
      removeEventListener('beforeunload', warnOfLoss)
      removeEventListener('pagehide', keepSeat)
      clearTimeout(untilOver)
      unfollow()
      publisher.close()
      if (forget) {
        writeSeat(workshop, key, null)
        // What this device remembers of the last visit goes too.
        writeStored(`last.${workshop}`, null)
        await copies.forget()
      }
      pool.close()
      stageLine.close()
      threadsLine.close()
      draft?.close()
      lead?.close()
      wire.close()
      history.close()
      stageDoc.destroy()
    },
  }
}

const togetherMs = 300
const noGroups = readGroups(new Doc())

/** Boards of other small groups are as if they were not there. */
const withoutForeign = (stage: Stage | null, access: (entry: BoardEntry) => string): Stage | null =>
  stage && { ...stage, boards: stage.boards.filter((entry) => access(entry) !== 'none') }

const socketAddress = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
