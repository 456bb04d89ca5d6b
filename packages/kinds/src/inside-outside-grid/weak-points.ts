import type { Note } from '@vispera/board'
import { cellOf } from './cells.ts'
import type { Grid } from './ties.ts'

/** Tactics in an invited space that nothing keeps pressure on, by link or in words. */
export const invitedWithoutPressure = ({ tactics, ties }: Grid): Note[] => {
  const pressed = new Set(
    ties.filter((tie) => tie.kind === 'keeps-pressure-on').flatMap((tie) => [tie.from, tie.to]),
  )
  return tactics.filter(
    (tactic) =>
      cellOf(tactic)?.endsWith('/invited') && !pressed.has(tactic.id) && isBlank(tactic.fields.pressureAfter),
  )
}

/** Tactics of high risk that nothing protects, by link or in words. */
export const riskyWithoutProtection = ({ tactics, ties }: Grid): Note[] => {
  const protectedIds = new Set(ties.filter((tie) => tie.kind === 'protects').map((tie) => tie.to))
  return tactics.filter(
    (tactic) =>
      tactic.fields.riskLevel === 'high' && !protectedIds.has(tactic.id) && isBlank(tactic.fields.protection),
  )
}

/** Moments that are fixed and that no tactic, on this board or another, happens around. */
export const fixedMomentsWithoutTactic = ({ tactics, moments, ties }: Grid): Note[] => {
  const known = new Set(tactics.map((tactic) => tactic.id))
  const used = new Set(
    ties
      .filter(({ kind, from }) => kind === 'at-moment' && (from === null || known.has(from)))
      .map((tie) => tie.to),
  )
  return moments.filter((moment) => moment.fields.certain === 'fixed' && !used.has(moment.id))
}

/** The role that carries a tactic, as people wrote it, or null. */
export const roleOf = (tactic: Note): string | null => {
  const role = tactic.fields.whoRole
  return typeof role === 'string' && role.trim() !== '' ? role.trim() : null
}

/** Two spellings of one role: case and spaces do not tell roles apart. */
export const roleKey = (role: string): string => role.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === ''
