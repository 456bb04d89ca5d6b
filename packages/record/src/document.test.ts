import { describe, expect, it } from 'vitest'
import { buildDocument } from './document.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'
import { aBoard, aLink, aNote, aThread, aWorkshop } from './testing/makers.ts'
import { plainText } from './words/runs.ts'

const markdownOf = async (...boards: Parameters<typeof aBoard>[0][]) =>
  writeMarkdown(await buildDocument(aWorkshop({ boards: boards.map(aBoard) })))

describe('a workshop without notes', () => {
  it('gives a short record that says so', async () => {
    const document = await buildDocument(aWorkshop())
    expect(document.lead.map(plainText)).toEqual(['Nothing has been written in this workshop yet.'])
    expect(document.figures).toEqual([])
    expect(writeMarkdown(document)).toMatchInlineSnapshot(`
      "> **Nothing was agreed about sharing this record.** Ask the group before you pass it on. No names and no authors are in here; nothing else was left out.

      Session record · May 2026 · guarded · English

      # A workshop

      Nothing has been written in this workshop yet.

      ## Methods

      - Made with Vispera, a workshop whiteboard that groups host themselves.

      ---
      "
    `)
  })

  it('says of an empty board that nothing was written on it', async () => {
    const markdown = await markdownOf({ kind: 'inside-outside-grid', title: 'Grid' })
    expect(markdown).toContain(
      '## Grid\n\n*Method: Inside / outside strategy grid*\n\nNothing was written on this board.'.replace(
        'Nothing was written on this board.',
        '*Nothing was written on this board.*',
      ),
    )
  })
})

describe('what a record counts', () => {
  it('tells how many notes and details were left out, and why, without saying which', async () => {
    const markdown = await markdownOf({
      kind: 'inside-outside-grid',
      notes: [
        aNote({
          kind: 'tactic',
          text: 'open one',
          fields: { redLine: 'never this', riskBornBy: 'the porters' },
        }),
        aNote({ kind: 'tactic', text: 'secret one', sensitivity: 'sensitive' }),
        aNote({ kind: 'tactic', text: 'unsaid one', sensitivity: 'do-not-record' }),
        aNote({ kind: 'tactic', text: 'cared one', state: 'hidden-for-care' }),
      ],
      leftOut: 2,
    })
    expect(markdown).toContain(
      'Left out on purpose: 1 sensitive note, 2 sensitive details, 1 note marked “do not record”, ' +
        '1 note hidden for care and all authors. 2 entries could not be read and are not in here.',
    )
    expect(markdown).toContain('open one')
    expect(markdown).not.toMatch(/secret one|unsaid one|cared one|never this|the porters/)
  })

  it('counts links to notes that are gone, and never brings their last known words back', async () => {
    const gone = {
      ...aThread('becomes', ['v', 'gone'], ['b', 'victory']),
      lastKnown: { from: 'words of a deleted note' },
    }
    const document = await buildDocument(
      aWorkshop({
        boards: [
          aBoard({ id: 'v', kind: 'vision-board' }),
          aBoard({
            id: 'b',
            kind: 'victory-backcast',
            notes: [aNote({ id: 'victory', kind: 'victory', text: 'Won.' })],
          }),
        ],
        threads: [gone],
      }),
    )
    const markdown = writeMarkdown(document)
    expect(markdown).toContain('1 link across boards leads to a note that is gone or was left out.')
    expect(markdown).not.toContain('words of a deleted note')
  })

  it('does not call a step without tactics when its only tactic stays in the room', async () => {
    const boards = [
      aBoard({
        id: 'b',
        kind: 'victory-backcast',
        notes: [
          aNote({ id: 'victory', kind: 'victory', text: 'Won.' }),
          aNote({ id: 's', kind: 'step', text: 'A step' }),
        ],
        links: [aLink('needs', 'victory', 's')],
      }),
      aBoard({
        id: 'g',
        kind: 'inside-outside-grid',
        notes: [aNote({ id: 't', kind: 'tactic', text: 'Inside ally', sensitivity: 'sensitive' })],
      }),
    ]
    const markdown = writeMarkdown(
      await buildDocument(aWorkshop({ boards, threads: [aThread('calls-for', ['b', 's'], ['g', 't'])] })),
    )
    expect(markdown).not.toMatch(/no tactic yet|Without tactics|Inside ally/)
  })
})

describe('decisions', () => {
  const decision = (tally: Record<string, number>) =>
    aNote({
      kind: 'decision',
      text: 'We start in May',
      fields: { tally, reservations: 'Too soon\nAsk again' },
    })

  it('stand up front with levels of agreement and reservations in people’s words', async () => {
    const markdown = await markdownOf({
      kind: 'next-steps',
      notes: [decision({ 'fully-with-it': 6, 'small-worries': 2 })],
    })
    expect(markdown).toContain(
      '- “We start in May”\n  - **6** fully with it\n  - **2** small worries\n' +
        '  - *Reservations, in people’s words:*\n    - Too soon\n    - Ask again',
    )
  })

  it('give no numbers when fewer than five people answered', async () => {
    const markdown = await markdownOf({
      kind: 'next-steps',
      notes: [decision({ 'with-it': 1, 'fully-with-it': 3 })],
    })
    expect(markdown).toContain(
      'Fewer than five people answered, so no numbers are given. In order: fully with it, with it.',
    )
    expect(markdown).not.toContain('**3**')
  })

  it('are printed once when they were carried to another board word for word', async () => {
    const text = 'We start in May'
    const boards = [
      aBoard({ id: 'g', kind: 'inside-outside-grid', notes: [aNote({ id: 'd', kind: 'decision', text })] }),
      aBoard({ id: 'n', kind: 'next-steps', notes: [aNote({ id: 'e', kind: 'decision', text })] }),
    ]
    const threads = [aThread('came-from', ['n', 'e'], ['g', 'd'])]
    const markdown = writeMarkdown(await buildDocument(aWorkshop({ boards, threads })))
    expect(markdown.split(text)).toHaveLength(2)
  })
})

describe('a path that is not finished', () => {
  it('tells cycles, gaps, shaky links and dates that disagree', async () => {
    const step = (id: string, when?: object) =>
      aNote({ id, kind: 'step', text: `step ${id}`, fields: when ? { when } : {} })
    const markdown = await markdownOf({
      kind: 'victory-backcast',
      notes: [
        aNote({ id: 'victory', kind: 'victory', text: 'Won.' }),
        step('a', { kind: 'year', label: '2027', earliest: '2027-01-01', latest: '2027-12-31' }),
        step('b', { kind: 'year', label: '2029', earliest: '2029-01-01', latest: '2029-12-31' }),
        step('c'),
        step('d'),
        aNote({ id: 'hole', kind: 'gap', text: 'who pays?' }),
      ],
      links: [
        aLink('needs', 'victory', 'a'),
        aLink('needs', 'a', 'b', { shaky: true, why: 'we keep it' }),
        aLink('needs', 'b', 'c'),
        aLink('needs', 'c', 'd'),
        aLink('needs', 'd', 'c'),
        aLink('needs', 'b', 'hole'),
      ],
    })
    expect(markdown).toContain('wait for each other: the group still has to choose.')
    expect(markdown).toContain('“step b” is dated later than “step a”, which needs it first.')
    expect(markdown).toContain('Something is missing here: “who pays?”.')
    expect(markdown).toContain(
      'Flagged as shaky: “step a” needs this to be true first: “step b”. Why it stays: we keep it',
    )
  })

  it('lists steps that lead nowhere as unplaced, and says that the victory was left open', async () => {
    const markdown = await markdownOf({
      kind: 'victory-backcast',
      notes: [aNote({ id: 'victory', kind: 'victory', text: '' }), aNote({ kind: 'step', text: 'adrift' })],
    })
    expect(markdown).toContain('### Victory\n\n*Left open.*')
    expect(markdown).toContain('### Unplaced\n\n- adrift')
  })
})

it('a board of a method that this release does not know still gives all its notes', async () => {
  const markdown = await markdownOf({
    kind: 'from-the-future',
    notes: [aNote({ kind: 'odd', text: 'kept anyway' })],
  })
  expect(markdown).toContain('This release does not know the method “from-the-future”')
  expect(markdown).toContain('kept anyway')
})

it('the names that a group gave to rows and columns are used', async () => {
  const markdown = await markdownOf({
    kind: 'inside-outside-grid',
    settings: { 'label.row.inside': 'In the ministry' },
    notes: [aNote({ kind: 'tactic', text: 'Ask for a seat', place: { row: 'inside', col: 'claimed' } })],
  })
  expect(markdown).toContain('| **In the ministry** | – | **Ask for a seat** | – |')
})

it('questions that a group put aside are not asked again', async () => {
  const notes = [
    aNote({ id: 't', kind: 'tactic', text: 'Speak for them', fields: { voice: 'others-speak' } }),
  ]
  const asked = await markdownOf({ kind: 'inside-outside-grid', notes })
  expect(asked).toContain('In “Speak for them” others speak for them.')
  const dismissed = await markdownOf({
    kind: 'inside-outside-grid',
    notes,
    settings: { 'dismissed.voice.t': true },
  })
  expect(dismissed).not.toContain('others speak for them.')
})
