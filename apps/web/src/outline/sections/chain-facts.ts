import type { Kind } from '@vispera/kinds'
import { shortWords } from '../../actions/action-context.ts'
import type { ChainFacts } from '../../layouts/timeline/derived.ts'
import { partName } from './names.ts'
import { byId, type SectionFact, type SectionInput } from './section.ts'

type Timeline = Extract<Kind['layout'], { engine: 'timeline' }>

/** Whether the path reaches today, in words: for victory, thread by thread, and what hangs or goes round. */
export function chainFacts(input: SectionInput, layout: Timeline, chain: ChainFacts): SectionFact[] {
  const { words } = input
  const hasPath = chain.depth.size > 0
  return [
    ...(hasPath
      ? [
          {
            key: 'victory',
            words: words.t(chain.victoryReaches ? 'outline.reach.victory' : 'outline.reach.victoryHangs'),
            tone: chain.victoryReaches ? ('true' as const) : ('hanging' as const),
          },
        ]
      : [{ key: 'none', words: words.t('outline.reach.noPath'), tone: 'plain' as const }]),
    ...layout.lanes.map((lane) => meter(input, chain, lane)),
    ...hangingFacts(input, layout, chain),
    ...waitingFacts(input, layout, chain),
    ...circles(input, chain),
  ]
}

function meter(input: SectionInput, chain: ChainFacts, lane: string): SectionFact {
  const { words } = input
  const name = partName(input, 'lane', lane)
  const [reaching, leaves] = chain.meter.get(lane) ?? [0, 0]
  if (leaves === 0)
    return { key: `lane ${lane}`, words: words.t('outline.reach.laneNone', { lane: name }), tone: 'plain' }
  const isTrue = reaching === leaves
  return {
    key: `lane ${lane}`,
    words: words.t(reaching > 0 ? 'outline.reach.lane' : 'outline.reach.laneHangs', {
      lane: name,
      reaching,
      leaves,
    }),
    tone: isTrue ? 'true' : reaching > 0 ? 'plain' : 'hanging',
  }
}

/** Steps with nothing before them that are not true and cannot start: whole threads wait for them. */
function hangingFacts({ board, words }: SectionInput, layout: Timeline, chain: ChainFacts): SectionFact[] {
  const notes = byId(board)
  const links = board.links.filter((link) => link.kind === layout.chain.link)
  const needing = new Set(links.filter((link) => chain.depth.has(link.to)).map((link) => link.from))
  return chain.order
    .filter((id) => !needing.has(id) && !chain.reaches.has(id))
    .map((id) => {
      const waits = links.find((link) => link.to === id)?.from
      const values = {
        words: shortWords(notes.get(id), words.t),
        waits: shortWords(notes.get(waits ?? ''), words.t),
      }
      return {
        key: `hangs ${id}`,
        words: words.t(waits === undefined ? 'outline.reach.hangs' : 'outline.reach.hangsAndWaits', values),
        tone: 'hanging',
      }
    })
}

/** "Says it can start, but waits for ...": a missing step before it must not be skipped. */
function waitingFacts({ board, words }: SectionInput, layout: Timeline, chain: ChainFacts): SectionFact[] {
  const notes = byId(board)
  return [...chain.waits].map((id) => {
    const first = board.links.find(
      (link) => link.kind === layout.chain.link && link.from === id && !chain.reaches.has(link.to),
    )
    return {
      key: `waits ${id}`,
      words: words.t('outline.reach.saysButWaits', {
        words: shortWords(notes.get(id), words.t),
        waits: shortWords(notes.get(first?.to ?? ''), words.t),
      }),
      tone: 'hanging',
    }
  })
}

function circles({ board, words }: SectionInput, chain: ChainFacts): SectionFact[] {
  const notes = byId(board)
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' })
  return chain.cycles.map((members) => ({
    key: `circle ${members.join(' ')}`,
    words: words.t('outline.reach.circle', {
      words: list.format(
        members.map((id) => words.t('outline.quoted', { words: shortWords(notes.get(id), words.t, 40) })),
      ),
    }),
    tone: 'hanging',
  }))
}
