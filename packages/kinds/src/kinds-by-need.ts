import type { Kind } from './kind.ts'

/** Where each kind is, in the order in which they are offered. A new kind is one folder and one line here. */
const ways: Readonly<Record<string, () => Promise<Kind>>> = {
  'vision-board': async () => (await import('./vision-board/kind.ts')).visionBoard,
  'victory-backcast': async () => (await import('./victory-backcast/kind.ts')).victoryBackcast,
  'inside-outside-grid': async () => (await import('./inside-outside-grid/kind.ts')).insideOutsideGrid,
  'next-steps': async () => (await import('./next-steps/kind.ts')).nextSteps,
}

/** The ids of all kinds, in the order in which they are offered. */
export const kindIds: readonly string[] = Object.keys(ways)

/** Fetches one kind: a phone needs no more than the kinds of its workshop. Undefined for an id that is none. */
export const loadKind = async (id: string): Promise<Kind | undefined> =>
  Object.hasOwn(ways, id) ? ways[id]?.() : undefined
