import type { Role } from '@vispera/board'

/**
 * Who may say which command. The matrix test walks it, and fails when a command of the server has no row here.
 * Written out on its own, so that a slip in a command's `roles` does not slip in here too.
 */
export interface CommandRow {
  readonly command: string
  readonly allowed: readonly Role[]
  /**
   * Something that parses. `BOARD` and `STAGE` stand for a board and a stage of the workshop; what the command
   * then answers to those who may does not matter, except that it is not `forbidden`.
   */
  readonly input?: Readonly<Record<string, unknown>>
  /** Takes a workshop of its own for each role: it takes away what others would need. */
  readonly isAlone?: true
}

const leaders: readonly Role[] = ['host', 'facilitator']
const keepers: readonly Role[] = [...leaders, 'safety-keeper']
const withASay: readonly Role[] = [...keepers, 'scribe', 'interpreter', 'participant']

export const commandTable: readonly CommandRow[] = [
  { command: 'start-stage', allowed: leaders, input: { stage: 'STAGE', run: 0 } },
  { command: 'next-stage', allowed: leaders, input: { run: 0 } },
  { command: 'end-agenda', allowed: leaders, input: { run: 0 } },
  { command: 'extend-stage', allowed: leaders, input: { run: 7, minutes: 5 } },
  { command: 'pause', allowed: keepers, input: { run: 0 } },
  { command: 'resume', allowed: keepers, input: { run: 0 } },
  { command: 'add-stage', allowed: leaders, input: { kind: 'break' } },
  { command: 'change-stage', allowed: leaders, input: { stage: 'STAGE', minutes: 3 } },
  { command: 'move-stage', allowed: leaders, input: { stage: 'STAGE', before: null } },
  { command: 'remove-stage', allowed: leaders, input: { stage: 'none' } },
  { command: 'make-agenda', allowed: leaders, input: { from: [{ board: 'BOARD', version: 'quick' }] } },
  { command: 'look-here', allowed: leaders, input: { board: 'BOARD' } },
  { command: 'lead-view', allowed: leaders, input: { on: true } },
  { command: 'ready-check', allowed: leaders, input: { on: true } },

  { command: 'change-role', allowed: leaders, input: { participant: 'nobody', role: 'scribe' } },
  { command: 'renew-links', allowed: leaders, isAlone: true },
  { command: 'lobby', allowed: leaders, input: { state: 'open' } },
  { command: 'admit', allowed: keepers, input: { who: 'nobody' } },
  { command: 'turn-away', allowed: keepers, input: { who: 'nobody' } },
  {
    command: 'translate',
    allowed: [...leaders, 'scribe', 'interpreter'],
    input: { board: 'BOARD', note: 'none', lang: 'es', text: 'hola' },
  },
  { command: 'safety', allowed: keepers, input: { level: 'protected' } },
  { command: 'approve-record', allowed: keepers, input: { on: true } },
  {
    command: 'split',
    allowed: leaders,
    input: { board: 'none', how: 'random', names: ['1', '2'], own: 'copy', private: true, minutes: 0 },
  },
  { command: 'move-to-group', allowed: withASay, input: { participant: 'nobody', group: 'none' } },
  { command: 'group-timer', allowed: leaders, input: { minutes: 2 } },
  { command: 'extend-groups', allowed: leaders, input: { minutes: 1, saw: {} } },
  { command: 'gather', allowed: leaders },
  { command: 'end-groups', allowed: leaders },
  {
    command: 'add-gathering',
    allowed: leaders,
    input: { title: 'x', local: '2026-01-01T10:00', zone: 'UTC', minutes: 60, mode: 'live' },
  },
  {
    command: 'change-gathering',
    allowed: leaders,
    input: {
      gathering: 'none',
      title: 'x',
      local: '2026-01-01T10:00',
      zone: 'UTC',
      minutes: 60,
      mode: 'live',
    },
  },
  { command: 'remove-gathering', allowed: leaders, input: { gathering: 'none' } },

  { command: 'reveal', allowed: leaders, input: { run: 7, how: 'all' } },
  { command: 'open-vote', allowed: leaders, input: { form: 'dots', board: 'BOARD', question: 'Which?' } },
  { command: 'close-vote', allowed: leaders, input: { vote: 'none' } },
  { command: 'drop-vote', allowed: leaders, input: { vote: 'none' } },
  {
    command: 'vote-by-hand',
    allowed: [...leaders, 'scribe'],
    input: { vote: 'none', voices: 3, totals: {} },
  },
  {
    command: 'decide',
    allowed: leaders,
    input: { words: 'We stay.', board: 'BOARD', method: 'consent', reservations: [] },
  },
  {
    command: 'change-decision',
    allowed: leaders,
    input: { decision: 'none', words: 'We go.', board: null, method: 'other', reservations: [] },
  },
  { command: 'heart', allowed: withASay, input: { board: 'BOARD', note: 'none', on: true } },
  { command: 'pulse', allowed: withASay, input: { level: 'fine' } },
  { command: 'hide-note', allowed: keepers, input: { board: 'BOARD', note: 'none' } },
  { command: 'show-note', allowed: keepers, input: { board: 'BOARD', note: 'none' } },
  {
    command: 'own-note',
    allowed: withASay,
    input: { board: 'BOARD', note: 'none', key: 'none', do: 'read' },
  },
]
