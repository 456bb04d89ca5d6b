import { describe, expect, it } from 'vitest'
import type { Block } from './document/blocks.ts'
import { buildDocument } from './document.ts'
import { exportRecord } from './formats.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'
import { theExample } from './testing/example.ts'
import { plainText } from './words/runs.ts'

type Section = Extract<Block, { kind: 'section' }>

const sections = (blocks: readonly Block[]): Section[] =>
  blocks.flatMap((block) => (block.kind === 'section' ? [block, ...sections(block.blocks)] : []))

const sectionNamed = (all: readonly Section[], title: string): Section => {
  const found = all.find((one) => plainText(one.title) === title)
  if (!found) throw new Error(`no section ${title}: ${all.map((one) => plainText(one.title)).join(' / ')}`)
  return found
}

const sentencesOf = (section: Section): string[] =>
  section.blocks.flatMap((block) => (block.kind === 'sentences' ? block.lines.map(plainText) : []))

const tableOf = (section: Section): string[][] =>
  section.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((cells) => cells.map((lines) => lines.map(plainText).join(' | ')))
      : [],
  )

describe('the record of the worked example', async () => {
  const document = await buildDocument(theExample())
  const all = sections(document.blocks)

  it('opens with what may leave the room and what was left out on purpose', () => {
    expect(document.consent.title).toBe('Agreed before this left the room.')
    expect(document.consent.lines.map(plainText)).toEqual([
      'Leaves the room: May be shared with the six rows and partner groups. Not for publication.',
      'Stays in the room: Who helps us from inside the council.',
      'Left out on purpose: 1 sensitive note and all authors.',
    ])
    expect(plainText(document.eyebrow)).toBe('Session record · May 2026 · guarded · English, Español, မြန်မာ')
  })

  it('says the outcome first, with the victory, the wins and where the plan hangs', () => {
    expect(document.lead.map(plainText)).toEqual([
      'We work toward this: “The council has given the traders’ co-operative the market for 30 years.” ' +
        'We chose three wins on the way. We found the one place where our plan still hangs.',
    ])
    expect(document.figures).toEqual([
      { figure: '14', label: 'took part' },
      { figure: '28', label: 'pieces of the picture' },
      { figure: '11', label: 'steps' },
      { figure: '8', label: 'tactics, 1 left out' },
      { figure: '3', label: 'commitments' },
    ])
  })

  it('keeps the order in which somebody who was not there reads it', () => {
    expect(
      document.blocks.map((block) => (block.kind === 'section' ? plainText(block.title) : block.kind)),
    ).toEqual([
      'What we decided',
      'What we promised',
      'The thread, and where it breaks',
      'Vision',
      'Backcast',
      'Inside / outside',
      'Next steps',
      'Open questions',
      'Also linked across boards',
      'Who took part',
      'Methods',
    ])
  })

  it('numbers the plan from today to victory under the three wins', () => {
    const plan = sectionNamed(all, 'The plan, read forwards')
    const headings = sections(plan.blocks)
    expect(headings.map((one) => plainText(one.title).replace(/:.*/, ''))).toEqual([
      'Win 1, steps 1 to 2',
      'Win 2, steps 3 to 5',
      'Win 3, steps 6 to 9',
    ])
    const steps = headings.flatMap((one) =>
      one.blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [])),
    )
    expect(steps.map(({ number, item }) => `${number} ${plainText(item.words)}`)).toEqual([
      '1 Traders in all six rows meet and trust each other',
      '2 Traders have a registered co-op with shared books',
      '3 Speakers have someone to call and are not alone if threatened',
      '4 Traders tell their own story on local radio each week',
      '5 People in the city speak of the market as theirs, not as a mess',
      '6 Councillors know their voters shop there and care',
      '7 A majority of councillors say in public that they support it',
      '8 A costed plan by the co-op is seen as sound',
      '9 The committee has put our lease on the agenda',
    ])
    const facts = steps[8]?.item.facts.map(
      ({ label, values }) => `${label}: ${values.map(plainText).join(' / ')}`,
    )
    expect(facts?.slice(0, 3)).toEqual([
      'Needs first: 7 and 8',
      'Assumption: “The election is held on time”',
      'Tactics: Inside: “Speak at the budget hearing” and “Co-op and two councillors draft the lease text” / ' +
        'Outside: “Shoppers fill the gallery with market baskets”',
    ])
  })

  it('says where the plan hangs, what waits for it, and which steps have no tactic', () => {
    expect(sentencesOf(sectionNamed(all, 'Where the plan hangs'))).toEqual([
      'Step 3 hangs in the air: “Speakers have someone to call and are not alone if threatened”. ' +
        'Steps 4, 5, 7 and 9 wait for it.',
      'Step 4 says it can start now, but waits for step 3.',
      'Our people and power: 1 of 1 chain reaches today',
      'Safety and care: 0 of 1 chain reaches today',
    ])
    const markdown = writeMarkdown(document)
    expect(markdown).toContain('Without tactics yet: steps 1, 2 and 3.')
  })

  it('follows the thread from vision to tactics and breaks it at step 3', () => {
    const thread = sectionNamed(all, 'The thread, and where it breaks')
    const [block] = thread.blocks
    const stops = block?.kind === 'thread' ? block.stops : []
    expect(stops.map(({ label }) => plainText(label))).toEqual([
      'Pieces of the picture',
      'Victory',
      'Win 3, steps 6 to 9',
      'Tactics',
      'Win 2, steps 3 to 5',
      'Tactic',
      'Commitment',
      'Win 1, steps 1 to 2',
      'Breaks at step 3',
      'Loose ends',
    ])
    expect(stops.at(-1)?.lines.map(plainText).slice(1)).toEqual([
      'Steps 1, 2 and 3 have no tactic yet.',
      'Tactics without step behind: “Keep a list of who to call, day and night” and “Sunday visits to councillors’ own wards”',
    ])
    expect(stops.at(-1)?.lines.map(plainText)[0]).toMatch(
      /^Pieces of the picture without victory yet: “.* and 20 more$/,
    )
  })

  it('reads the pairs as sentences and lines tactics up at moments', () => {
    expect(sentencesOf(sectionNamed(all, 'How they strengthen each other'))).toEqual([
      '“Shoppers fill the gallery with market baskets” opens the door for “Co-op and two councillors draft the lease text”',
      '“Weekly radio hour” keeps pressure on “Speak at the budget hearing”',
      '“Shoppers fill the gallery with market baskets” is timed together with “Speak at the budget hearing”',
    ])
    const calendar = tableOf(sectionNamed(all, 'Moments'))
    expect(calendar.map(([moment, ...sides]) => [moment?.split(' | ')[0], ...sides])).toEqual([
      ['Market day festival', '–', '–', '“Stall-to-stall survey of shoppers”'],
      [
        'Budget hearing',
        '“Speak at the budget hearing”',
        '–',
        '“Shoppers fill the gallery with market baskets”',
      ],
      ['Old lease ends', '“Co-op and two councillors draft the lease text”', '–', '–'],
      ['At no moment yet', '–', '–', '“Weekly radio hour”'],
    ])
  })

  it('lists what the group could still ask itself about one-sided steps', () => {
    const asked = sentencesOf(sectionNamed(all, 'Questions still open on this board'))
    expect(asked.filter((one) => one.includes('has tactics outside only'))).toHaveLength(4)
  })

  it('keeps originals beside their translations, and visions that stand apart in full', () => {
    const markdown = writeMarkdown(document)
    expect(markdown).toContain(
      '- မနက်စောစော ဈေးထဲမှာ ရယ်သံတွေ ကြားရတယ်။\n  - *English:* Early in the morning you hear laughter in the market.',
    )
    expect(markdown).toContain('- I do not want a building. I want the street back. *(kept apart)*')
    expect(markdown).toContain(
      '“I do not want a building. I want the street back.” pulls against “A roof we own together”',
    )
  })

  it('never shows the tactic that is marked sensitive, in any format but the saved workshop', async () => {
    for (const format of ['markdown', 'html']) {
      const { body } = await exportRecord(format, theExample())
      expect(body).not.toContain('Friendly officer')
    }
    for (const board of ['backcast', 'grid', 'next']) {
      const { body } = await exportRecord('csv', theExample(), { board })
      expect(body).not.toContain('Friendly officer')
    }
    const { body } = await exportRecord('markdown', theExample(), { includeSensitive: true })
    expect(body).toContain('Friendly officer')
    expect(body).toContain('Sensitive notes and details are included')
  })
})

it.each(['es', 'ar'] as const)(
  'the worked example reads in %s without a word left in English',
  async (locale) => {
    const { body } = await exportRecord('markdown', theExample(locale), { locale })
    expect(body).not.toMatch(/record\.|noteKind\.|field\.|option\.|link\./)
    expect(body).not.toMatch(/\b(Needs first|Win \d|Methods|[Ss]teps?|[Tt]actics?|board)\b/)
  },
)
