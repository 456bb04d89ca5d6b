import { choice, date, longText, text } from '../common/fields.ts'
import type { NoteKind } from '../kind.ts'

export const rows = ['inside', 'bridge', 'outside'] as const
export const columns = ['invited', 'claimed', 'created'] as const

/**
 * A specific act in a given moment. Its cell says side and space; steps, moments, targets and pairs are
 * links. `otherSpace` is where some of us would put it ("we see this space differently").
 */
export const tactic: NoteKind = {
  id: 'tactic',
  color: 'chalk',
  colorBy: { field: 'place.row', colors: { inside: 'sky', bridge: 'plum', outside: 'clay' } },
  fields: [
    choice('status', ['idea', 'chosen', 'planned', 'done', 'dropped'], { card: 'foot' }),
    text('whoRole', { card: 'foot' }),
    date('when', { card: 'foot' }),
    text('spaceName'),
    longText('pressureAfter'),
    choice('riskLevel', ['low', 'care', 'high', 'not-looked-at']),
    text('riskBornBy', { sensitive: true }),
    longText('protection'),
    choice('voice', ['most-affected-lead', 'shared', 'others-speak', 'not-decided']),
    choice('coOptation', ['no', 'watch', 'high']),
    longText('redLine', { sensitive: true }),
    choice('winsAndBuilds', ['wins', 'builds', 'both', 'neither-yet']),
    longText('message'),
    text('medium'),
    text('audience'),
    choice('otherSpace', columns),
    longText('otherSpaceWhy'),
  ],
}

export const moment: NoteKind = {
  id: 'moment',
  color: 'stone',
  colorBy: { field: 'whose', colors: { ours: 'sun', theirs: 'stone' } },
  fields: [
    choice('whose', ['theirs', 'ours'], { card: 'foot' }),
    date('when', { card: 'foot' }),
    choice('certain', ['fixed', 'likely', 'unknown'], { card: 'foot' }),
    date('until'),
    choice('kindOf', [
      'election',
      'hearing',
      'budget',
      'court',
      'anniversary',
      'summit',
      'visit',
      'deadline',
      'crisis',
      'festival',
      'our-own',
      'other',
    ]),
  ],
}

/** Where something is decided or could be. */
export const room: NoteKind = {
  id: 'room',
  color: 'chalk',
  colorBy: {
    field: 'level',
    colors: { household: 'rose', local: 'clay', national: 'sun', regional: 'leaf', global: 'sky' },
  },
  fields: [
    choice('openness', ['closed', 'invited', 'claimed', 'created'], { card: 'foot' }),
    text('whoHoldsDoor', { card: 'foot' }),
    choice('level', ['household', 'local', 'national', 'regional', 'global'], { card: 'foot' }),
  ],
}
