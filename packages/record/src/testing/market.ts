import type { Note, ParsedWorkshop } from '@vispera/board'
import { aBoard, aLink, aNote, aThread, aWorkshop } from './makers.ts'

/** The market workshop of the method guide (invented): a vision, the path to one victory, and tactics. */
export function theMarket(): ParsedWorkshop {
  return aWorkshop({
    workshop: {
      title: 'Our market, our city',
      languages: ['en', 'es', 'my'],
      tookPart: 14,
      month: '2026-05',
    },
    boards: [visionBoard(), backcast(), grid(), nextSteps()],
    threads: [
      aThread('becomes', ['vision', 'v1'], ['path', 'victory']),
      aThread('becomes', ['vision', 'v2'], ['path', 'victory']),
      ...tactics.flatMap(([id, , , steps]) =>
        steps.map((step) => aThread('calls-for', ['path', step], ['grid', id])),
      ),
    ],
  })
}

function visionBoard() {
  return aBoard({
    id: 'vision',
    kind: 'vision-board',
    title: 'The market we see',
    settings: { horizon: 'It is market day in May. We are in our own hall.' },
    notes: [
      aNote({
        id: 'v1',
        kind: 'vision-element',
        text: 'Early morning: the traders open their own stalls under a roof they own together.',
        place: { x: 0, y: 0 },
        fields: { scale: 'community', sense: 'see' },
        translations: [
          {
            lang: 'es',
            text: 'Temprano por la mañana: las vendedoras abren sus puestos bajo un techo que es de todas.',
            by: 'person',
            checked: true,
          },
        ],
      }),
      aNote({
        id: 'v2',
        kind: 'vision-element',
        text: 'My daughter counts the takings without fear of the collectors.',
        place: { x: 200, y: 0 },
        fields: { scale: 'me-home', sense: 'feel' },
      }),
      aNote({
        id: 'v3',
        kind: 'vision-element',
        text: 'I do not want a building. I want the street.',
        place: { zone: 'apart', order: 'a0' },
        keepSeparate: true,
      }),
    ],
  })
}

/** Step id, words, thread, what it needs, interim goal, grounding, gate. */
const steps: readonly (readonly [string, string, string, readonly string[], boolean, string, string?])[] = [
  ['s1', 'The committee has put our lease on the agenda', 'deciders', ['s2', 's3'], true, 'needs-more'],
  [
    's2',
    'A majority of councillors say in public that they support it',
    'deciders',
    ['s4', 's5'],
    false,
    'unknown',
  ],
  ['s3', 'A costed plan by the co-op is seen as sound', 'allies', ['s6'], false, 'needs-more'],
  [
    's4',
    'People in the city speak of the market as theirs, not as a mess',
    'opinion',
    ['s7'],
    true,
    'needs-more',
  ],
  ['s5', 'Councillors know their voters shop there and care', 'people', ['s8'], false, 'can-start-now'],
  ['s6', 'Traders have a registered co-op with shared books', 'people', ['s8'], true, 'needs-more'],
  [
    's7',
    'Traders tell their own story on local radio each week',
    'opinion',
    ['s9'],
    false,
    'can-start-now',
    'any',
  ],
  ['s8', 'Traders in all six rows meet and trust each other', 'people', [], false, 'true-now'],
  ['s9', 'Speakers have someone to call and are not alone if threatened', 'care', [], false, 'unknown'],
]

function backcast() {
  const stepNotes = steps.map(
    ([id, text, threadId, , interimGoal, grounding, gate]): Note =>
      aNote({ id, kind: 'step', text, fields: { threadId, interimGoal, grounding, gate: gate ?? 'all' } }),
  )
  return aBoard({
    id: 'path',
    kind: 'victory-backcast',
    title: 'Back from the lease',
    notes: [
      aNote({
        id: 'victory',
        kind: 'victory',
        text: 'The council has given the traders’ co-operative the market for 30 years.',
        place: { zone: 'victory' },
        fields: {
          horizon: { kind: 'relative', label: 'in about 3 years' },
          signs: 'signed lease on the co-op wall\nno more daily unofficial fees',
        },
      }),
      aNote({
        id: 'instant-before',
        kind: 'instant-before',
        text: '',
        place: { zone: 'instant-before' },
        fields: {
          where: 'packed council chamber',
          whoIsThere:
            'traders in the gallery\nthe committee chair\ntwo councillors who changed their minds\nradio',
          whoMustSayYes: 'committee chair',
          whyNow: 'budget vote and the old lease ends this month',
        },
      }),
      ...stepNotes,
    ],
    links: [
      aLink('needs', 'victory', 's1'),
      ...steps.flatMap(([id, , , needs]) => needs.map((need) => aLink('needs', id, need))),
    ],
  })
}

/** Tactic id, words, cell, steps, moment, sensitive. */
const tactics: readonly (readonly [
  string,
  string,
  readonly [string, string],
  readonly string[],
  string | null,
  boolean,
])[] = [
  ['t1', 'Stall-to-stall survey of shoppers', ['outside', 'created'], ['s5'], 'm1', false],
  ['t2', 'Weekly radio hour', ['outside', 'created'], ['s4', 's7'], null, false],
  ['t3', 'Speak at the budget hearing', ['inside', 'invited'], ['s1'], 'm2', false],
  ['t4', 'Shoppers fill the gallery with market baskets', ['outside', 'claimed'], ['s1', 's2'], 'm2', false],
  ['t5', 'Friendly officer explains the lease rules to the co-op', ['bridge', 'created'], ['s3'], null, true],
  ['t6', 'Co-op and two councillors draft the lease text', ['inside', 'created'], ['s1', 's3'], 'm3', false],
]

function grid() {
  return aBoard({
    id: 'grid',
    kind: 'inside-outside-grid',
    title: 'Inside and outside the council',
    notes: [
      ...tactics.map(([id, text, [row, col], , , isSensitive]) =>
        aNote({
          id,
          kind: 'tactic',
          text,
          place: { row, col, order: id },
          ...(isSensitive ? { sensitivity: 'sensitive' as const } : {}),
        }),
      ),
      aNote({
        id: 'm1',
        kind: 'moment',
        text: 'market day festival',
        place: { zone: 'moments', order: 'a' },
        fields: { whose: 'ours' },
      }),
      aNote({
        id: 'm2',
        kind: 'moment',
        text: 'budget hearing',
        place: { zone: 'moments', order: 'b' },
        fields: { whose: 'theirs' },
      }),
      aNote({
        id: 'm3',
        kind: 'moment',
        text: 'old lease ends',
        place: { zone: 'moments', order: 'c' },
        fields: { whose: 'theirs' },
      }),
    ],
    links: [
      aLink('opens-door-for', 't4', 't6'),
      aLink('aligns-with', 't4', 't3'),
      aLink('keeps-pressure-on', 't2', 't3'),
      ...tactics.flatMap(([id, , , , moment]) => (moment === null ? [] : [aLink('at-moment', id, moment)])),
    ],
  })
}

function nextSteps() {
  const promise = (id: string, text: string, whoRole: string, label: string) =>
    aNote({
      id,
      kind: 'commitment',
      text,
      place: { zone: 'commit', order: id },
      fields: { whoRole, byWhen: { kind: 'event', label }, status: 'offered' },
    })
  return aBoard({
    id: 'next',
    kind: 'next-steps',
    title: 'What we take home',
    notes: [
      promise(
        'c1',
        'Find two people per speaker to call, day and night',
        'Row four keepers',
        'before the rains',
      ),
      promise('c2', 'Open the shared books on Fridays', 'Co-op secretary', 'this month'),
      promise('c3', 'Hold the first hour until the promise above is kept', 'Radio group', 'then weekly'),
      aNote({
        id: 'd1',
        kind: 'decision',
        text: 'Before anyone speaks on the radio, every speaker has two people to call and a place to go.',
        place: { zone: 'commit', order: 'd' },
        fields: {
          method: 'consent',
          tally: {
            'fully-with-it': 6,
            'with-it': 5,
            'small-worries': 2,
            'can-live-with-it': 1,
            'talk-more': 0,
            'cannot-go-along': 0,
          },
          reservations: 'It must not slow us past the election. Ask again in a month.',
        },
      }),
      aNote({
        id: 'q1',
        kind: 'question',
        text: 'Who owns the land under row six?',
        place: { zone: 'open', order: 'a' },
      }),
      aNote({
        id: 'l1',
        kind: 'decision',
        text: 'the six rows and partner groups',
        place: { zone: 'leave', order: 'a' },
      }),
      aNote({ id: 'l2', kind: 'decision', text: 'who said what', place: { zone: 'stay', order: 'a' } }),
      aNote({
        id: 'h1',
        kind: 'celebration',
        text: 'Thanks to the tea sellers.',
        place: { zone: 'thanks', order: 'a' },
      }),
    ],
  })
}
