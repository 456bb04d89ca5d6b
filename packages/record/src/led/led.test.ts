import type { AgendaStage, Decision, Gathering, ParsedWorkshop, Vote } from '@vispera/board'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportTables } from '../csv/export-csv.ts'
import { buildDocument } from '../document.ts'
import { writeHtml } from '../html/write-html.ts'
import { exportJson } from '../json/export-json.ts'
import { importJson } from '../json/import-json.ts'
import { writeMarkdown } from '../markdown/write-markdown.ts'
import { typstData } from '../pdf/typst-data.ts'
import { aBoard, aLink, aNote, aWorkshop } from '../testing/makers.ts'

const stage = (id: string, more: Partial<AgendaStage> = {}): AgendaStage => ({
  id,
  kind: 'write-silent',
  board: 'b',
  order: id,
  minutes: 12,
  mode: 'live',
  ...more,
})
const vote = (id: string, more: Partial<Vote> = {}): Vote => ({
  id,
  form: 'dots',
  board: 'b',
  question: 'Where do we start?',
  openedAt: 1,
  state: 'closed',
  options: null,
  dots: 3,
  dotsPerNote: 1,
  result: {
    totals: { n1: 7, n2: 4, s: 2, l: 1, x: 1 },
    isOrderOnly: false,
    ballots: 9,
    byHand: 4,
    missing: 2,
  },
  ...more,
})
const agreement = vote('a', {
  form: 'agreement',
  question: 'We take the lease.',
  result: {
    totals: { cannot: 1, fully: 6, with: 2 },
    isOrderOnly: false,
    ballots: 9,
    byHand: 0,
    missing: 1,
    worries: ['who pays the rent'],
  },
})
const decision = (more: Partial<Decision> = {}): Decision => ({
  id: 'd',
  words: 'We take the lease for a year.',
  board: 'b',
  method: 'consent',
  vote: 'a',
  reservations: ['the rent must not rise'],
  revisitOn: 'after the rains',
  number: 1,
  ...more,
})

const gathering = (id: string, local: string, hour: number, more: Partial<Gathering> = {}): Gathering => ({
  id,
  title: 'Bread and roofs',
  start: { local, zone: 'Africa/Nairobi', at: Date.UTC(2026, 10, 21, hour) },
  minutes: 90,
  languages: ['en'],
  mode: 'live',
  status: 'planned',
  ...more,
})

function aLedWorkshop(more: Partial<ParsedWorkshop> = {}): ParsedWorkshop {
  const notes = [
    aNote({ id: 'n1', kind: 'vision-element', text: 'a full square' }),
    aNote({ id: 'n2', kind: 'vision-element', text: 'bread for all' }),
    aNote({ id: 's', kind: 'vision-element', text: 'where Rosa lives', sensitivity: 'sensitive' }),
    aNote({ id: 'h', kind: 'vision-element', text: '', state: 'hidden-for-care' }),
  ]
  const links = [aLink('in-tension', 'n1', 'n2', { id: 'l' })]
  return aWorkshop({
    boards: [aBoard({ id: 'b', kind: 'vision-board', title: 'Our market', notes, links })],
    agenda: [stage('s1', { ranMs: 14 * 60_000 }), stage('s2', { kind: 'break', board: null })],
    votes: [vote('v'), agreement, vote('open', { state: 'open', result: undefined as never })],
    decisions: [decision()],
    gatherings: [gathering('g', '2026-11-21T18:00', 15)],
    ...more,
  })
}

const markdown = async (workshop: ParsedWorkshop, locale = 'en') =>
  writeMarkdown(await buildDocument(workshop, { locale }))

describe('the record of a workshop that was led', () => {
  it('says first what was decided, how, with what agreement and which reservations', async () => {
    const text = await markdown(aLedWorkshop())
    for (const said of [
      'We take the lease for a year.',
      'by consent',
      'fully with it',
      'cannot go along',
      'the rent must not rise',
      'after the rains',
    ])
      expect(text).toContain(said)
    expect(text.indexOf('What we decided')).toBeLessThan(text.indexOf('What we voted on'))
    expect(text.indexOf('What we voted on')).toBeLessThan(text.indexOf('Method: '))
  })

  it('says what was voted on from most to least, and nothing that stays in the room', async () => {
    const text = await markdown(aLedWorkshop())
    const votes = text.slice(text.indexOf('What we voted on'))
    expect(votes).toContain('Where do we start?')
    const places = [
      'a full square',
      'bread for all',
      'something that stays in the room',
      'something that is gone',
    ]
    expect(places.map((place) => votes.indexOf(place)).every((at) => at >= 0)).toBe(true)
    expect(votes.indexOf(places[0] ?? '')).toBeLessThan(votes.indexOf(places[1] ?? ''))
    expect(votes).toContain('9 ballots were counted')
    expect(votes).toContain('4 of them were entered by hand')
    expect(votes).toContain('2 people who were there handed in none')
    expect(text).not.toContain('where Rosa lives')
  })

  it('tells a vote that tested a decision with the decision only, and no open one', async () => {
    const text = await markdown(aLedWorkshop())
    expect(text).not.toContain('We take the lease.\n')
    expect(text.match(/fully with it/g)).toHaveLength(1)
    expect(text.match(/Where do we start/g)).toHaveLength(1)
    const alone = await markdown(aLedWorkshop({ decisions: [] }))
    expect(alone).toContain('A worry: who pays the rent')
  })

  it('gives the order and no numbers where fewer than five voted, and none at all under three', async () => {
    const few = {
      totals: { n2: 2, n1: 1 },
      isOrderOnly: true,
      ballots: 3,
      byHand: 0,
      missing: 0,
    }
    const text = await markdown(aLedWorkshop({ votes: [vote('v', { result: few })], decisions: [] }))
    const votes = text.slice(text.indexOf('What we voted on'))
    expect(votes).toContain('only the order')
    expect(votes.indexOf('a full square')).toBeLessThan(votes.indexOf('bread for all'))
    const { result: _none, ...talked } = vote('v', { state: 'talk' })
    expect(await markdown(aLedWorkshop({ votes: [talked], decisions: [] }))).toContain('talked instead')
  })

  it('calls a vote that a stage opened by what the stage asked, in the reader’s language', async () => {
    const from = { kind: 'vision-board', version: 'quick', line: 6 } as const
    const agenda = [stage('s1', { kind: 'vote', from })]
    const asked = aLedWorkshop({ agenda, votes: [vote('v', { question: '', stage: 's1' })], decisions: [] })
    expect(await markdown(asked)).toContain('### Pick one.')
    expect(await markdown(asked, 'es')).not.toContain('Pick one.')
    const own = [stage('s1', { kind: 'vote', from, prompt: { en: 'Which of these first?' } })]
    expect(await markdown({ ...asked, agenda: own })).toContain('### Which of these first?')
  })

  it('tells nothing of flags that nobody put', async () => {
    const result = { totals: {}, isOrderOnly: true, ballots: 0, byHand: 0, missing: 4 }
    const votes = [vote('v', { form: 'shaky', question: '', result })]
    expect(await markdown(aLedWorkshop({ votes, decisions: [] }))).not.toContain('What we voted on')
  })

  it('says how the time really went', async () => {
    const text = await markdown(aLedWorkshop())
    const ran = text.slice(text.indexOf('How the time went'))
    for (const said of ['Write alone', '12 minutes', '14 minutes', 'did not run']) expect(ran).toContain(said)
    expect(await markdown(aLedWorkshop({ agenda: [stage('s1')] }))).not.toContain('How the time went')
  })

  it('says when people gather, by the clock of the place, and how often that is at night', async () => {
    const late = gathering('late', '2026-11-21T22:30', 0, {
      question: 'What do we carry on?',
      start: {
        local: '2026-11-21T22:30',
        zone: 'America/Argentina/Buenos_Aires',
        at: Date.UTC(2026, 10, 22, 1, 30),
      },
      status: 'held',
    })
    const gatherings = [gathering('g', '2026-11-21T18:00', 15), late]
    const text = await markdown(aLedWorkshop({ gatherings }))
    for (const said of ['Bread and roofs', 'Saturday', 'Nairobi', 'Buenos Aires', '90 minutes', 'held'])
      expect(text).toContain(said)
    expect(text).toContain('What do we carry on?')
    expect(text).toContain('Buenos Aires: 1 of 2 gatherings falls at night.')
    expect(await markdown(aLedWorkshop({ gatherings: [] }))).not.toContain('Gatherings')
  })

  it('counts what was hidden for care', async () => {
    expect(await markdown(aLedWorkshop())).toContain('1 note hidden for care')
  })

  it.each(['en', 'es', 'ar'])('has words for all of it in %s, in every written format', async (locale) => {
    const document = await buildDocument(aLedWorkshop(), { locale })
    for (const text of [
      writeMarkdown(document),
      writeHtml(document),
      JSON.stringify(typstData(document, 'a4')).replaceAll('\u200B', ''),
    ]) {
      expect(text).not.toMatch(/record\.[a-z]+\./)
      for (const said of [
        'We take the lease for a year',
        'the rent must not rise',
        'Where do we start?',
        'Nairobi',
      ])
        expect(text).toContain(said)
    }
  })

  it('stands in the tables', async () => {
    const { body, isZip } = await exportTables(aLedWorkshop())
    expect(isZip).toBe(true)
    const files = Object.values(unzipSync(body as Uint8Array)).map((file) => strFromU8(file))
    const text = files.join('\n')
    for (const said of ['We take the lease for a year.', 'fully with it: 6', 'a full square', ',7,'])
      expect(text).toContain(said)
    expect(text).not.toContain('where Rosa lives')
  })
})

describe('a saved workshop that was led', () => {
  const nowhere = { local: '2026-11-21T18:00', zone: 'Nowhere/Atlantis', at: 0 }
  const imported = (text: string): ParsedWorkshop => {
    const result = importJson(text)
    if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
    return result.file
  }

  it('is read back with its agenda, closed votes, decisions and gatherings, without what was hidden for care', () => {
    const workshop = aLedWorkshop()
    const text = exportJson(workshop)
    const [board] = workshop.boards
    expect(imported(text)).toEqual({
      ...workshop,
      boards: [{ ...board, notes: board?.notes.filter(({ id }) => id !== 'h') }],
      votes: workshop.votes?.filter(({ id }) => id !== 'open'),
    })
    expect(JSON.parse(text).hiddenForCare).toBe(1)
  })

  it.each([
    ['a vote that is open', { votes: [{ ...vote('v'), state: 'open' }] }],
    ['a vote with less than nothing', { votes: [{ ...vote('v'), result: { totals: { n1: -1 } } }] }],
    ['a vote twice', { votes: [vote('v'), vote('v')] }],
    ['a stage of no kind', { agenda: [{ ...stage('s'), kind: 'party' }] }],
    ['a stage without an id', { agenda: [{ ...stage('s'), id: 7 }] }],
    ['a gathering nowhere', { gatherings: [{ ...gathering('g', '2026-11-21T18:00', 15), start: nowhere }] }],
    ['a stage until never', { agenda: [{ ...stage('s'), until: { ...nowhere, zone: 'UTC', at: 9e15 } }] }],
    ['a decision without words', { decisions: [{ ...decision(), words: '' }] }],
  ])('with %s is refused whole', (_name, more) => {
    const file = { ...JSON.parse(exportJson(aLedWorkshop())), ...more }
    expect(importJson(JSON.stringify(file))).toMatchObject({ ok: false, reason: 'hostile-record' })
  })
})
