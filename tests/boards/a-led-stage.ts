import { Doc } from 'yjs'
import {
  readAgenda,
  readDecisions,
  readGatherings,
  readGroups,
  readStage,
  readVotes,
  writeBoardEntry,
  writeDecision,
  writeEnded,
  writeGathering,
  writeMember,
  writeNow,
  writeSplit,
  writeStage,
  writeVote,
  writeWorkshop,
} from '../../packages/board/src/index.ts'

interface Entry {
  readonly id: string
  readonly kind: string
  readonly title: string
}

/** The stage document of a workshop that was led through its agenda: votes, decisions, groups, gatherings. */
export function aLedStage(title: string, boards: readonly Entry[]): Doc {
  const doc = new Doc()
  const board = boards[0]?.id ?? null
  const at = Date.UTC(2026, 10, 21, 15)
  const until = { local: '2026-11-21T18:00', zone: 'Africa/Nairobi', at }
  writeWorkshop(doc, { title, safety: 'guarded', languages: ['en', 'ar'], month: '2026-11', tookPart: 14 })
  boards.forEach((entry, index) => {
    writeBoardEntry(doc, { ...entry, order: `a${index}` })
  })
  writeBoardEntry(doc, {
    id: 'copy-one',
    kind: boards[0]?.kind ?? '',
    title: 'Group 1',
    order: 'b0',
    group: { id: 'one', state: 'shared' },
    ...(board !== null && { from: board }),
  })
  const from = { kind: boards[0]?.kind ?? '', version: 'quick' as const, line: 1 }
  writeStage(doc, {
    id: 's1',
    kind: 'arrive',
    board: null,
    order: 'a0',
    minutes: 5,
    mode: 'manual',
    ranMs: 1,
  })
  writeStage(doc, {
    ...{ id: 's2', kind: 'write-silent', board, order: 'a1', minutes: 8, mode: 'live' },
    ...{ from, ranMs: 500_000, revealed: true },
  })
  writeStage(doc, {
    ...{ id: 's3', kind: 'vote', board, order: 'a2', minutes: 0, mode: 'open', until },
    ...{
      dots: 3,
      dotsPerNote: 2,
      adds: 'nobody',
      title: 'Choose',
      prompt: { en: 'Choose.', ar: 'اختاروا.' },
    },
  })
  writeNow(doc, { stage: 's3', run: 3, startedAt: at, endsAt: null, pausedAt: null, drafts: 0 })
  writeNow(doc, null)
  writeEnded(doc, true)
  const result = { totals: { one: 7, two: 3 }, isOrderOnly: false, ballots: 9, byHand: 4, missing: 2 }
  const dots = { form: 'dots' as const, board, question: '', openedAt: at, dots: 3, dotsPerNote: 2 }
  writeVote(doc, { id: 'v1', ...dots, stage: 's3', options: null, state: 'closed', result })
  const levels = { totals: { fully: 1, cannot: 2 }, isOrderOnly: true, ballots: 4, byHand: 0, missing: 0 }
  writeVote(doc, {
    ...{ id: 'v2', form: 'agreement', board, question: 'We take the lease.', openedAt: at + 1 },
    ...{ state: 'closed', result: { ...levels, worries: ['the rent'] } },
  })
  writeVote(doc, { id: 'v3', form: 'shaky', board, question: '', openedAt: at + 2, state: 'talk', dots: 3 })
  const decided = { method: 'consent' as const, reservations: ['the rent'], revisitOn: 'after the rains' }
  writeDecision(doc, { id: 'd1', words: 'We take it.', board, vote: 'v2', number: 1, ...decided })
  writeSplit(doc, {
    ...{ id: 'split', board: board ?? 'none', own: 'copy', private: true, endsAt: null, state: 'gathered' },
    groups: [{ id: 'one', number: 1, at: 'copy-one' }],
  })
  writeMember(doc, 'ana', 'one')
  writeGathering(doc, {
    ...{ id: 'g1', title: 'Bread and roofs', question: 'Where do we start?', start: until, minutes: 90 },
    ...{ languages: ['en', 'ar'], mode: 'live', status: 'held' },
  })
  return doc
}

/** All that a stage document says, as JSON. */
export function readLedStage(doc: Doc) {
  const { split, groupOf } = readGroups(doc)
  return {
    stage: readStage(doc),
    agenda: readAgenda(doc),
    votes: readVotes(doc),
    decisions: readDecisions(doc),
    split,
    groupOf: Object.fromEntries(groupOf),
    gatherings: readGatherings(doc),
  }
}
