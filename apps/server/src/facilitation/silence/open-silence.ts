import { fateOfDraft, readAgenda, stageNow, writeNow } from '@vispera/board'
import { z } from 'zod'
import { openLine } from '../../nodes/open-line.ts'
import { parseDocumentName } from '../../permissions.ts'
import type { Services } from '../../services.ts'
import { eraseStrayBallots } from '../votes/ballots.ts'
import { closeVotesOf } from '../votes/closing.ts'
import { settleRun } from '../votes/settle-run.ts'
import { openCardNames } from './card-names.ts'
import { draftDocuments, draftsIn } from './drafts-of.ts'
import { calmPace, type Pace } from './pace.ts'
import { forgetCardNamesOnceClear } from './reveal.ts'
import { clearDrafts, showCards, shuffled } from './show-cards.ts'

/** What the server does about drafts and ballots without being asked. */
export interface Silence {
  /** A document has new content. */
  heard(document: string): void
  /** Looks after a workshop whose people come back, maybe after a restart. */
  look(workshop: string): void
  /** People have come or gone on other machines: it may be for another one now to count. */
  othersChanged(workshop: string): void
  /** Looks whether anything has happened unheard. */
  lookAgain(): void
  /** One thing at a time: reveals, late arrivals and counts of one workshop never cross each other. */
  alone<T>(workshop: string, work: () => Promise<T>): Promise<T>
  /** Waits for what is under way and does nothing more. */
  close(): Promise<void>
}

type Surroundings = Omit<Services, 'silence'>

interface Watched {
  /** Drafts and ballots by document, without a word of them; null before everything was looked at. */
  known: Map<string, Known> | null
  readonly changed: Set<string>
  counting: NodeJS.Timeout | null
  /** Until a stage that is open until a time closes. */
  closing: NodeJS.Timeout | null
  arriving: NodeJS.Timeout | null
}
interface Known {
  readonly stages: readonly (string | null)[]
}

export function openSilence(services: Surroundings, pace: Pace = calmPace): Silence {
  const alone = <T>(workshop: string, work: () => Promise<T>) =>
    services.store.exclusively(`silence ${workshop}`, work)
  const others = openLine(services.bus, 'drafts', z.object({ workshop: z.string(), document: z.string() }))
  const isOurs = services.attendance.isOurs
  const watched = new Map<string, Watched>()
  const underWay = new Set<Promise<void>>()
  let isClosed = false

  const watch = (workshop: string): Watched => {
    const found = watched.get(workshop) ?? {
      known: null,
      changed: new Set<string>(),
      counting: null,
      closing: null,
      arriving: null,
    }
    watched.set(workshop, found)
    return found
  }
  /** A workshop that cannot be read now is looked at again with its next change. */
  const quietly = (workshop: string, work: () => Promise<void>) => {
    if (isClosed) return
    const done = alone(workshop, work).catch(() => {
      services.log.warn('drafts could not be looked after; it is tried again with the next change')
      watch(workshop).known = null
    })
    underWay.add(done)
    void done.finally(() => underWay.delete(done))
  }

  const look = (workshop: string) => {
    const state = watch(workshop)
    if (isClosed || state.counting) return
    state.counting = setTimeout(() => {
      state.counting = null
      quietly(workshop, () => lookAfter(workshop, state))
    }, pace.countMs)
    state.counting.unref()
  }

  async function lookAfter(workshop: string, state: Watched) {
    const changed = [...state.changed]
    state.changed.clear()
    // A move whose followings were lost with a crash is seen to now; any other was long ago.
    await settleRun(services, workshop)
    if (!isOurs(workshop)) return leaveToOthers(workshop, state)
    // Where nothing is heard, what other machines have taken in is found by looking at everything.
    if (!services.bus.health().connected) state.known = null
    const documents = state.known ? changed : await draftDocuments(services, workshop)
    state.known ??= new Map()
    for (const document of documents) state.known.set(document, { stages: [] })
    for (const draft of await draftsIn(services, documents)) {
      const before = state.known.get(draft.document)?.stages ?? []
      state.known.set(draft.document, { stages: [...before, draft.stage] })
    }
    await eraseStrayBallots(services, workshop, documents)
    await closeInTime(workshop, state)
    await publishCount(workshop, state)
    const isBusy = state.arriving ?? state.closing
    if (services.attendance.count(workshop).here === 0 && !isBusy) watched.delete(workshop)
  }

  /** One machine counts for all; when that is this one again, it begins anew. */
  function leaveToOthers(workshop: string, state: Watched) {
    clearTimeout(state.closing ?? undefined)
    state.closing = null
    state.known = null
    if (!state.arriving) watched.delete(workshop)
  }

  /** Votes of a stage that is open until a time close with it, whether somebody is there or not. */
  async function closeInTime(workshop: string, state: Watched) {
    clearTimeout(state.closing ?? undefined)
    state.closing = null
    const agenda = (await services.stages.read(workshop))?.agenda
    const stage = agenda && stageNow(agenda)
    if (stage?.mode !== 'open' || !stage.until) return
    const left = stage.until.at - services.now()
    if (left < 0) return closeVotesOf(services, workshop, stage.id)
    // Longer waits than a timer takes are begun again.
    state.closing = setTimeout(() => look(workshop), Math.min(left + 1, 86_400_000))
    state.closing.unref()
  }

  async function publishCount(workshop: string, { known }: Watched) {
    const agenda = (await services.stages.read(workshop))?.agenda
    if (!agenda) return
    const fates = [...(known?.values() ?? [])].flatMap(({ stages }) =>
      stages.map((stage) => fateOfDraft(agenda, { stage })),
    )
    const drafts = fates.filter((fate) => fate === 'now').length
    if (agenda.now && (agenda.now.drafts ?? 0) !== drafts) {
      await services.stages.write(workshop, (doc) => {
        const { now } = readAgenda(doc)
        if (now) writeNow(doc, { ...now, drafts, ...(now.faceDown !== undefined && { faceDown: drafts }) })
      })
    }
    if (fates.includes('late')) awaitLate(workshop)
  }

  function awaitLate(workshop: string) {
    const state = watch(workshop)
    if (state.arriving || isClosed) return
    state.arriving = setTimeout(() => {
      state.arriving = null
      quietly(workshop, () => bringLate(workshop))
    }, pace.lateMs())
    state.arriving.unref()
  }

  /** Everything that came after its reveal goes to the board, together and in no order. */
  async function bringLate(workshop: string) {
    const agenda = (await services.stages.read(workshop))?.agenda
    if (!agenda) return
    const drafts = await draftsIn(services, await draftDocuments(services, workshop))
    const { changed } = watch(workshop)
    const all = drafts.filter((draft) => fateOfDraft(agenda, draft) === 'late')
    // Nothing is taken from under somebody's fingers.
    const late = all.filter(({ document }) => !changed.has(document))
    if (late.length < all.length) awaitLate(workshop)
    if (late.length === 0) return
    const cards = shuffled(late, await openCardNames(services.store, services.pepper, workshop))
    await showCards(services, workshop, cards, true)
    await clearDrafts(services, workshop, cards)
    // Cards that still lie face down keep the order that was decided with their names.
    if (!agenda.now?.faceDown) await forgetCardNamesOnceClear(services, workshop, cards)
  }

  const noticed = (workshop: string, document: string) => {
    watch(workshop).changed.add(document)
    look(workshop)
  }
  const startAnew = (workshop: string) => {
    watch(workshop).known = null
    look(workshop)
  }
  others.hear(({ workshop, document }) => {
    if (isOurs(workshop)) noticed(workshop, document)
  })
  services.bus.onGap(() => {
    for (const workshop of watched.keys()) startAnew(workshop)
  })

  return {
    alone,
    look,
    othersChanged(workshop) {
      if (watched.has(workshop) !== isOurs(workshop)) startAnew(workshop)
    },
    lookAgain() {
      for (const workshop of watched.keys()) look(workshop)
    },
    heard(document) {
      const name = parseDocumentName(document)
      if (name?.kind === 'draft') {
        // Whoever counts; two may think for a moment that it is they.
        others.say({ workshop: name.workshop, document })
        noticed(name.workshop, document)
      }
      if (name?.kind === 'stage') {
        quietly(name.workshop, () => settleRun(services, name.workshop))
        look(name.workshop)
      }
    },
    async close() {
      isClosed = true
      for (const { counting, arriving, closing } of watched.values()) {
        clearTimeout(counting ?? undefined)
        clearTimeout(closing ?? undefined)
        clearTimeout(arriving ?? undefined)
      }
      await Promise.all(underWay)
    },
  }
}
