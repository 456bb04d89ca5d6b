import { describe, expect, it } from 'vitest'
import { fileNameOf } from './file-name.ts'
import { exportRecord, recordFormats } from './formats.ts'
import { theExample } from './testing/example.ts'
import { aBoard, aNote, aThread, aWorkshop } from './testing/makers.ts'

/** A workshop as large as the largest walls. */
function aLargeWorkshop(notes: number) {
  const words = [
    'A short one.',
    'صار السوق قلب المدينة.',
    'မနက်စောစော ဈေးထဲမှာ ရယ်သံတွေ ကြားရတယ်။',
    'A longer note that runs over a few words more.',
  ]
  const lanes = ['people', 'deciders', 'opinion', 'allies', 'care']
  const quarter = Math.floor(notes / 4)
  const many = (count: number, make: (index: number) => Parameters<typeof aNote>[0]) =>
    Array.from({ length: count }, (_, index) =>
      aNote({ ...make(index), text: `${index} ${words[index % words.length]}` }),
    )
  const pieces = many(quarter * 2, (index) => ({
    id: `v${index}`,
    kind: 'vision-element',
    text: '',
    place: { x: index % 50, y: index },
    fields: { sense: 'see' },
  }))
  const steps = many(quarter, (index) => ({
    id: `s${index}`,
    kind: 'step',
    text: '',
    fields: { threadId: lanes[index % 5], interimGoal: index % 100 === 0 },
  }))
  const tactics = many(quarter, (index) => ({
    id: `t${index}`,
    kind: 'tactic',
    text: '',
    place: { row: ['inside', 'outside'][index % 2] ?? '', col: 'created', order: 'a' },
  }))
  return aWorkshop({
    boards: [
      aBoard({ id: 'v', kind: 'vision-board', notes: pieces }),
      aBoard({
        id: 's',
        kind: 'victory-backcast',
        notes: [aNote({ id: 'victory', kind: 'victory', text: 'Won.' }), ...steps],
        links: steps.map((step, index) => ({
          id: `l${index}`,
          kind: 'needs',
          from: index < 10 ? 'victory' : `s${Math.floor(index / 10)}`,
          to: step.id,
        })),
      }),
      aBoard({ id: 't', kind: 'inside-outside-grid', notes: tactics }),
    ],
    threads: tactics.map((tactic, index) => aThread('calls-for', ['s', `s${index}`], ['t', tactic.id])),
  })
}

describe.each(recordFormats.map(({ id }) => id))('the %s record', (format) => {
  it('of the worked example is a file with a name and a type', async () => {
    const { body, mediaType, fileName } = await exportRecord(format, theExample())
    expect(body.length).toBeGreaterThan(1_000)
    expect(mediaType).toMatch(/^[a-z]+\/[a-z]+/)
    expect(fileName).toMatch(/^Our-market-our-city\.(html|pdf|md|zip|json)$/)
  })

  it('of a workshop with 5,000 notes is made', async () => {
    const { body } = await exportRecord(format, aLargeWorkshop(5_000))
    expect(body.length).toBeGreaterThan(20_000)
  }, 240_000)

  it('in Arabic is made', async () => {
    const { fileName } = await exportRecord(format, theExample('ar'), { locale: 'ar' })
    expect(fileName).toMatch(/^سوقنا-مدينتنا\./)
  })
})

it('a format that is none is refused', async () => {
  await expect(exportRecord('docx', theExample())).rejects.toMatchObject({ reason: 'unknown-format' })
})

it('one board as CSV is named after the board', async () => {
  const { fileName, mediaType } = await exportRecord('csv', theExample(), { board: 'grid' })
  expect([fileName, mediaType]).toEqual(['Inside-outside.csv', 'text/csv; charset=utf-8; header=present'])
})

it('any title makes a file name that every system takes', () => {
  expect(fileNameOf('../../etc/passwd\u0000', 'record')).toBe('etc-passwd')
  expect(fileNameOf('👍👍', 'record')).toBe('record')
  expect(fileNameOf('CON', 'record')).toBe('record')
  expect(fileNameOf('သိမ်းဆည်း', 'record')).toBe('သိမ်းဆည်း')
  expect(fileNameOf('x'.repeat(500), 'record')).toHaveLength(60)
})
