import { minDepthOf, type Path } from './path.ts'

/** Where the cards stand between today and victory. */
export interface Depths {
  /** By position: columns before victory, or 0 for a card without a path to victory. */
  readonly depth: readonly number[]
  /**
   * Placed cards, prerequisites first, grouped so that cards that wait for each other stay together: by
   * depth descending, then thread order, then order key, then id.
   */
  readonly units: readonly (readonly number[])[]
}

/**
 * Rule "backcast-depth", linear in cards and links. Victory stands at 0 and the instant before at 1; what
 * either of them needs stands behind the instant. Every other card stands one column further from victory
 * than the furthest card that needs it, or further still where people drew it earlier.
 */
export function depthsOf({ cards, direct, hasInstant, components }: Path): Depths {
  const depth = new Array<number>(cards.length).fill(0)
  const units: number[][] = []
  // Components list prerequisites first, so backwards every card that needs this one is settled already.
  for (const members of components.toReversed()) {
    let nearest = 0
    let asked = 0
    for (const member of members) {
      const card = cards[member]
      if (!card) continue
      if (direct.has(member)) nearest = Math.max(nearest, hasInstant ? 2 : 1)
      asked = Math.max(asked, minDepthOf(card.note))
      for (const needer of card.neededBy)
        if (depth[needer]) nearest = Math.max(nearest, (depth[needer] ?? 0) + 1)
    }
    if (nearest === 0) continue
    for (const member of members) depth[member] = Math.max(nearest, asked)
    units.push([...members])
  }
  const first = (unit: readonly number[]) => unit[0] ?? 0
  return {
    depth,
    units: units.sort((a, b) => (depth[first(b)] ?? 0) - (depth[first(a)] ?? 0) || first(a) - first(b)),
  }
}
