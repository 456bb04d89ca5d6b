import type { ColorName } from '@vispera/board'
import { choice, date, lines, longText, tally, text, whole, yes } from '../common/fields.ts'
import type { NoteKind } from '../kind.ts'

/** Threads of a path, in their order. */
export const lanes = ['people', 'deciders', 'opinion', 'allies', 'care'] as const

export const laneColors: Readonly<Record<(typeof lanes)[number], ColorName>> = {
  people: 'clay',
  deciders: 'sky',
  opinion: 'sun',
  allies: 'plum',
  care: 'rose',
}

/** No path that people can read is deeper; keeps a hostile value from drawing a million columns. */
export const deepestColumn = 200

/** The anchored end; its headline is the note's text. */
export const victory: NoteKind = {
  id: 'victory',
  color: 'sun',
  fields: [
    date('horizon', { card: 'badge' }),
    lines('signs', { card: 'foot' }),
    text('forWhom', { card: 'foot' }),
  ],
}

export const instantBefore: NoteKind = {
  id: 'instant-before',
  color: 'chalk',
  fields: [
    text('where'),
    lines('whoIsThere', { card: 'foot' }),
    text('whoMustSayYes', { card: 'foot' }),
    longText('whyNow', { card: 'foot' }),
    longText('whatIsHeard'),
  ],
}

/** A change in the world that had to be true, not a task. */
export const step: NoteKind = {
  id: 'step',
  color: 'chalk',
  colorBy: { field: 'threadId', colors: laneColors },
  fields: [
    yes('interimGoal', { card: 'badge' }),
    choice('grounding', ['true-now', 'can-start-now', 'needs-more', 'unknown'], { card: 'foot' }),
    choice('threadId', lanes),
    choice('gate', ['all', 'any']),
    date('when', { card: 'foot' }),
    text('heldBy'),
    longText('felt'),
    choice('changeType', [
      'decision',
      'shift-in-people',
      'shift-in-opinion',
      'new-capacity',
      'alliance',
      'event',
      'protection-in-place',
    ]),
    choice('influence', ['us', 'with-allies', 'others', 'unknown']),
    choice('necessary', ['yes', 'unsure', 'no']),
    choice('status', ['not-yet', 'moving', 'true', 'changed', 'dropped']),
    whole('minDepth', 0, deepestColumn),
    tally('shaky'),
  ],
}

/** Which step it is about is said by a `came-from` link. */
export const assumption: NoteKind = { id: 'assumption', color: 'stone', fields: [longText('howWeWillTest')] }

/** Which step it could stop is said by an `in-tension` link. */
export const obstacle: NoteKind = {
  id: 'obstacle',
  color: 'rose',
  fields: [longText('answer', { card: 'foot' })],
}

/** Something is missing here; stands in the chain where a step was taken out. */
export const gap: NoteKind = { id: 'gap', color: 'chalk', fields: [] }
