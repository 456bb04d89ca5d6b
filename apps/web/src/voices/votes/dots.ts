/** Dots by option. */
export type Dots = Readonly<Record<string, number>>

export const given = (dots: Dots): number => Object.values(dots).reduce((sum, count) => sum + count, 0)

/** So many dots on one option; none takes it out. */
export function withDots(dots: Dots, id: string, count: number): Dots {
  const { [id]: _before, ...others } = dots
  return count > 0 ? { ...others, [id]: count } : others
}

/**
 * What a press on an option makes of somebody's dots: one more, as long as they have one left and the option takes
 * it; one less where it holds as many as it may. Null when there is nothing left to give.
 */
export function pressed(dots: Dots, id: string, limits: { all: number; most: number }): Dots | null {
  const here = dots[id] ?? 0
  if (here >= limits.most) return withDots(dots, id, here - 1)
  return given(dots) < limits.all ? withDots(dots, id, here + 1) : null
}
