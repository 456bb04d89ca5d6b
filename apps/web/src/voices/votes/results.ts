import { agreementLevels, resonanceLevels, type Vote } from '@vispera/board'

/** One line of a result: an option or a level, with its total, or only its rank. */
export interface ResultLine {
  readonly id: string
  readonly value: number
}

/** What was chosen, the most first; levels in their own order. Options without a dot are left out. */
export function resultLines({ form, result }: Vote): readonly ResultLine[] {
  if (!result) return []
  const { totals, isOrderOnly } = result
  if (form === 'agreement' || form === 'resonance') {
    const levels: readonly string[] = form === 'agreement' ? agreementLevels : resonanceLevels
    return levels.flatMap((id) => {
      const value = totals[id] ?? 0
      return value > 0 || !isOrderOnly ? [{ id, value }] : []
    })
  }
  return Object.entries(totals)
    .filter(([, value]) => value > 0)
    .map(([id, value]) => ({ id, value }))
    .sort((a, b) => (isOrderOnly ? a.value - b.value : b.value - a.value) || (a.id < b.id ? -1 : 1))
}
