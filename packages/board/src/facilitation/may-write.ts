import type { Role } from '../workshop.ts'
import { type Agenda, type AgendaStage, stageNow } from './agenda.ts'
import { type Adding, stageRules } from './stage-kinds.ts'

/** Why somebody may not write somewhere just now; a closed list, for messages. */
export type Closed = 'role' | 'stage' | 'drafts' | 'other-board' | 'over' | 'interpreter' | 'group'

/** Roles that the agenda never holds back: they lead, or type for others. */
const isFree = (role: Role) => role === 'host' || role === 'facilitator' || role === 'scribe'

/** Whether a stage that was open until a time has closed by itself. */
export const isOver = ({ mode, until }: AgendaStage, at: number): boolean =>
  mode === 'open' && until !== undefined && at > until.at

/** What the stage that runs lets people add; null while none runs: then everyone may write everywhere. */
export function addingNow(agenda: Agenda, at: number): Adding | null {
  const stage = stageNow(agenda)
  if (!stage) return null
  if (isOver(stage, at)) return 'nobody'
  return stage.adds ?? stageRules[stage.kind].adds
}

/** Whether cursors, selections and who writes where may be seen on boards just now. */
export function showsPresence(agenda: Agenda): boolean {
  const stage = stageNow(agenda)
  return !stage || stageRules[stage.kind].presence
}

/**
 * Whether `role` may write on `board` (null: the links across boards) at the server's time `at`; null when it
 * may, otherwise why not. The one rule, asked by the server for every frame and by the client before people try.
 */
export function closedFor(agenda: Agenda, role: Role, board: string | null, at: number): Closed | null {
  if (role === 'observer' || role === 'screen') return 'role'
  if (role === 'interpreter') return 'interpreter'
  if (isFree(role)) return null
  const adds = addingNow(agenda, at)
  if (adds === null || adds === 'boards') return null
  const stage = stageNow(agenda)
  if (adds === 'drafts') return 'drafts'
  if (adds === 'nobody') return stage && isOver(stage, at) ? 'over' : 'stage'
  return board === null || stage?.board === null || stage?.board === board ? null : 'other-board'
}
