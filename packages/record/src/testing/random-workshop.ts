import type { Board, CrossLink, Link, Media, Note, ParsedWorkshop } from '@vispera/board'
import { type Field, type Kind, kinds } from '@vispera/kinds'
import fc from 'fast-check'
import { aBoard, aWorkshop } from './makers.ts'

/**
 * Random workshops for tests of what a record promises. Every note's text and every link's reason starts with
 * a marker of letters and digits, which no format escapes: `keep...` may leave the room, `stay...` must not.
 */

export interface MarkedWorkshop {
  readonly workshop: ParsedWorkshop
  /** Markers that every record must show. */
  readonly kept: readonly string[]
  /** Those of boards that have a table. */
  readonly tabled: readonly string[]
  /** Markers that no record may show. */
  readonly secret: readonly string[]
}

const hostile = [
  '',
  '# heading',
  '<script>alert(1)</script>',
  '](javascript:alert(1))',
  '| a | b |',
  '\n\n---\n\n1. one',
  '#panic() $x$ @ref',
  '{{ x }}',
  '\u202Eback\u2066',
  '=1+1',
  'صباح الخير',
  'မင်္ဂလာပါ',
  '👩🏽‍🌾',
  'w'.repeat(300),
  '\'"&lt;',
]

const standings: readonly Partial<Note>[] = [
  {},
  {},
  {},
  { state: 'parked' },
  { late: true },
  { keepSeparate: true },
  { sensitivity: 'sensitive' },
  { sensitivity: 'do-not-record' },
  { state: 'hidden-for-care' },
  { state: 'archived' },
  { state: 'draft' },
]

const isSecret = ({ state, sensitivity }: Partial<Note>) =>
  sensitivity === 'sensitive' ||
  sensitivity === 'do-not-record' ||
  (state !== undefined && state !== 'parked')

/** What is drawn for one note; ids and markers follow from where it stands. */
const seedArbitrary = fc.record({
  kind: fc.nat(),
  place: fc.nat(),
  words: fc.constantFrom(...hostile),
  standing: fc.constantFrom(...standings),
  order: fc.constantFrom('a0', 'a1', 'a2'),
  same: fc.option(fc.nat(30), { freq: 4 }),
  cluster: fc.option(fc.nat(30), { freq: 3 }),
  fields: fc.integer({ min: 0, max: 2 ** 20 }),
  translated: fc.boolean(),
  shows: fc.constantFrom(null, null, null, 'drawing', 'image'),
})
type Seed = typeof seedArbitrary extends fc.Arbitrary<infer T> ? T : never

const boardArbitrary = fc.record({
  kind: fc.constantFrom<Kind | null>(...kinds, null),
  notes: fc.array(seedArbitrary, { maxLength: 25 }),
  links: fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat()), { maxLength: 25 }),
})

export const markedWorkshop: fc.Arbitrary<MarkedWorkshop> = fc
  .record({
    boards: fc.array(boardArbitrary, { maxLength: 5 }),
    threads: fc.array(
      fc.tuple(
        fc.nat(4),
        fc.nat(30),
        fc.nat(4),
        fc.nat(30),
        fc.constantFrom('becomes', 'calls-for', 'came-from', 'odd'),
      ),
      {
        maxLength: 12,
      },
    ),
  })
  .map(({ boards, threads }) => {
    const made = boards.map((board, index) => makeBoard(`b${index}`, board.kind, board.notes, board.links))
    const links = threads.flatMap((thread, index) =>
      makeThread(
        made.map(({ board }) => board),
        thread,
        index,
      ),
    )
    return {
      workshop: aWorkshop({ boards: made.map(({ board }) => board), threads: links }),
      kept: made.flatMap(({ kept }) => kept),
      tabled: made.flatMap(({ board, kept }) =>
        kinds.find(({ id }) => id === board.kind)?.csv
          ? kept.filter((marker) => !marker.startsWith('keepwhy'))
          : [],
      ),
      secret: made.flatMap(({ secret }) => secret),
    }
  })

function makeBoard(
  id: string,
  kind: Kind | null,
  seeds: readonly Seed[],
  ends: readonly (readonly [number, number, number])[],
): { board: Board; kept: string[]; secret: string[] } {
  const kept: string[] = []
  const secret: string[] = []
  const fixed: Note[] = (kind?.fixedNotes ?? []).map((note) => {
    kept.push(`keep${id}${note.id.replace('-', '')}z`)
    return {
      id: note.id,
      kind: note.kind,
      place: note.place,
      text: `keep${id}${note.id.replace('-', '')}z`,
      fields: {},
    }
  })
  const notes = seeds.map((seed, index): Note => {
    const marker = `${isSecret(seed.standing) ? 'stay' : 'keep'}${id}n${index}z`
    ;(isSecret(seed.standing) ? secret : kept).push(marker)
    const noteKind = kind?.noteKinds[seed.kind % kind.noteKinds.length]
    const fields = Object.fromEntries(
      (noteKind?.fields ?? []).flatMap((field, at): [string, unknown][] => {
        if (((seed.fields >> at) & 1) === 0) return []
        const isOut = field.sensitive === true || isSecret(seed.standing)
        const value = fieldValue(field, `${isOut ? 'stay' : 'keep'}${id}n${index}f${at}z`)
        if (typeof value === 'string' && value.includes(id)) (isOut ? secret : kept).push(value)
        return [[field.id, value]]
      }),
    )
    return {
      id: `${id}n${index}`,
      kind: noteKind?.id ?? 'odd-note',
      text: seed.shows !== null && seed.words === '' ? '' : `${marker} ${seed.words}`,
      ...(seed.shows === null ? {} : { media: mediaOf(seed.shows, `${marker} ${seed.words}`.trim()) }),
      place: placeOf(kind, seed),
      fields,
      ...seed.standing,
      ...(seed.same === null ? {} : { sameAs: `${id}n${seed.same}` }),
      ...(seed.cluster === null ? {} : { cluster: { id: `${id}n${seed.cluster}`, order: seed.order } }),
      ...(seed.translated && !isSecret(seed.standing)
        ? {
            translations: [
              {
                lang: 'ar',
                text: mark(kept, `keep${id}n${index}tz`),
                by: 'machine' as const,
                checked: false,
              },
            ],
          }
        : {}),
    }
  })
  const all = [...fixed, ...notes]
  const links = all.length === 0 ? [] : ends.map((end, index) => makeLink(id, kind, all, end, index))
  for (const link of links) {
    const isOut = [link.from, link.to].some((end) => isSecret(all.find((note) => note.id === end) ?? {}))
    if (link.why !== undefined) (isOut ? secret : kept).push(link.why)
  }
  return {
    board: aBoard({ id, kind: kind?.id ?? 'odd-kind', title: `Board ${id}`, notes: all, links }),
    kept,
    secret,
  }
}

/** Says the note's marker in its description, so that it must be said where the note has no words. */
const mediaOf = (kind: 'drawing' | 'image', alt: string): Media =>
  kind === 'drawing'
    ? { kind, alt: alt.slice(0, 600), width: 40, height: 30, strokes: 'AAKKUU.BBAA' }
    : { kind, alt: alt.slice(0, 600), width: 12, height: 8, mediaId: 'aPictureOfStalls' }

const mark = (kept: string[], marker: string): string => {
  kept.push(marker)
  return marker
}

function fieldValue(field: Field, marker: string): unknown {
  switch (field.type.type) {
    case 'text':
    case 'lines':
      return marker
    case 'enum':
      return field.type.options[marker.length % field.type.options.length]
    case 'bool':
      return true
    case 'int':
      return field.type.min ?? 1
    case 'fuzzyDate':
      return marker
    case 'tally':
      return { 'fully-with-it': 4, 'with-it': 3 }
  }
}

function placeOf(kind: Kind | null, { place, order }: Seed): Note['place'] {
  const layout = kind?.layout
  const zones = kind?.zones ?? []
  const zone = zones[place % Math.max(1, zones.length)]?.id ?? 'nowhere'
  switch (place % 5) {
    case 0:
      return null
    case 1:
      return { x: place % 1000, y: place % 700 }
    case 2:
      return layout?.engine === 'grid'
        ? { row: layout.rows[place % 3] ?? 'odd', col: layout.columns[(place >> 2) % 3] ?? 'odd', order }
        : { row: 'odd', col: 'odd' }
    default:
      return { zone, order }
  }
}

function makeLink(
  board: string,
  kind: Kind | null,
  notes: readonly Note[],
  [from, to, draw]: readonly [number, number, number],
  index: number,
): Link {
  const linkKinds = kind?.linkKinds ?? []
  return {
    id: `${board}l${index}`,
    kind: linkKinds[draw % Math.max(1, linkKinds.length)]?.id ?? 'odd-link',
    from: notes[from % notes.length]?.id ?? '',
    to: notes[to % notes.length]?.id ?? '',
    ...(draw % 3 === 0 && from % notes.length !== to % notes.length
      ? { why: `keepwhy${board}l${index}z` }
      : {}),
    ...(draw % 4 === 0 ? { shaky: true } : {}),
    ...(draw % 5 === 0 ? { timing: 'before' as const } : {}),
  }
}

function makeThread(
  boards: readonly Board[],
  [fromBoard, from, toBoard, to, kind]: readonly [number, number, number, number, string],
  index: number,
): CrossLink[] {
  const [a, b] = [
    boards[fromBoard % Math.max(1, boards.length)],
    boards[toBoard % Math.max(1, boards.length)],
  ]
  const [start, end] = [
    a?.notes[from % Math.max(1, a.notes.length)],
    b?.notes[to % Math.max(1, b.notes.length)],
  ]
  if (!a || !b || !start || !end) return []
  // Last known words of a note that stays behind are as secret as the note.
  return [
    {
      id: `t${index}`,
      kind,
      from: { board: a.id, note: start.id },
      to: { board: b.id, note: end.id },
      lastKnown: { from: start.text.slice(0, 600), to: end.text.slice(0, 600) },
    },
  ]
}
