import type { Kind, Layout, NoteKind } from '@vispera/kinds'
import type { Chance } from './chance.ts'
import { masonry } from './masonry.ts'
import type { Add, SeedLink } from './seed-board.ts'
import { noteKindsOf, type SeedNote } from './seed-notes.ts'

/** Fills the main ground of a board with `count` notes; answers the links between them. */
export function fillGround(
  kind: Kind,
  count: number,
  listed: readonly SeedNote[],
  add: Add,
  chance: Chance,
): SeedLink[] {
  const main = kind.zones.find(({ holds }) => holds === 'main')
  const kinds = noteKindsOf(kind, main?.noteKinds ?? [])
  const [usual] = kinds
  if (!main || !usual) throw new Error(`${kind.id} has no ground for notes`)
  const { layout } = kind
  switch (layout.engine) {
    case 'canvas':
      return fillCanvas(
        kinds.filter(({ id }) => id !== layout.theme),
        usual,
        count,
        add,
        chance,
      )
    case 'timeline':
      return fillPath(layout, main.id, usual, count, add, chance)
    case 'grid':
      return fillCells(kind, layout, usual, count, listed, add, chance)
    case 'table':
      for (let n = 0; n < count; n++) add(chance.is(0.9) ? usual : chance.pick(kinds), { zone: main.id })
      return []
  }
}

function fillCanvas(kinds: NoteKind[], usual: NoteKind, count: number, add: Add, chance: Chance): SeedLink[] {
  const ground = masonry(count)
  for (let n = 0; n < count; n++) {
    add(chance.is(0.95) ? usual : chance.pick(kinds), (text) => ground.place(text.length))
  }
  return []
}

type LayoutOf<Engine extends Layout['engine']> = Extract<Layout, { engine: Engine }>

/**
 * Chains in every lane, back from the end: each step is needed by one of the column before, a few by two.
 * The steps nearest today are true already or can start.
 */
function fillPath(
  { chain, lanes }: LayoutOf<'timeline'>,
  zone: string,
  step: NoteKind,
  count: number,
  add: Add,
  chance: Chance,
): SeedLink[] {
  const depth = Math.max(3, Math.min(14, Math.round(Math.sqrt(count) / 2)))
  const links: SeedLink[] = []
  let before: SeedNote[] = []
  let made = 0
  for (let column = 1; column <= depth; column++) {
    const size = column === depth ? count - made : Math.round(count / depth)
    const steps = Array.from({ length: size }, (_, n) =>
      add(
        step,
        { zone },
        {
          [chain.lane]: lanes[n % lanes.length],
          [chain.gate]: chance.is(0.8) ? 'all' : 'any',
          [chain.goal]: column > 1 && chance.is(0.06),
          [chain.grounding]:
            column === depth ? (chance.is(0.7) ? 'true-now' : 'can-start-now') : 'needs-more',
        },
      ),
    )
    for (const [n, to] of steps.entries()) {
      const from = before.length === 0 ? chain.end : (before[n % before.length] as SeedNote).id
      links.push({ kind: chain.link, from, to: to.id })
      const other = before.length > 0 && chance.is(0.1) ? chance.pick(before).id : from
      if (other !== from) links.push({ kind: chain.link, from: other, to: to.id })
    }
    made += steps.length
    before = steps
  }
  return links
}

/** Every cell gets its share; some are paired, some stand at a moment. */
function fillCells(
  kind: Kind,
  { rows, columns, moments }: LayoutOf<'grid'>,
  item: NoteKind,
  count: number,
  listed: readonly SeedNote[],
  add: Add,
  chance: Chance,
): SeedLink[] {
  const items = Array.from({ length: count }, (_, n) => {
    const row = rows[n % rows.length] as string
    const col = columns[Math.floor(n / rows.length) % columns.length] as string
    return add(item, { row, col })
  })
  const pairs = kind.linkKinds.filter(({ from, to }) => from.includes(item.id) && to.includes(item.id))
  const times = listed.filter((note) => note.kind === moments?.kind)
  const links: SeedLink[] = []
  for (const { id } of items) {
    const other = chance.pick(items).id
    if (pairs.length > 0 && other !== id && chance.is(0.15))
      links.push({ kind: chance.pick(pairs).id, from: id, to: other })
    if (moments && times.length > 0 && chance.is(0.3))
      links.push({ kind: moments.link, from: id, to: chance.pick(times).id })
  }
  return links
}
