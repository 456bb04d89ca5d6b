import { afterEach, describe, expect, it } from 'vitest'
import { exportRecord, recordFormats } from '../formats.ts'
import { importJson } from '../json/import-json.ts'
import { theExample } from '../testing/example.ts'
import { openRecordMaker, type RecordMaker, type RecordMakerOptions } from './open-record-maker.ts'

const silent = new URL('../testing/workers/silent-thread.ts', import.meta.url)
const dying = new URL('../testing/workers/dying-thread.ts', import.meta.url)

let maker: RecordMaker
const open = (options: RecordMakerOptions = {}) => {
  maker = openRecordMaker(options)
  return maker
}
afterEach(() => maker.close())
const workshop = theExample()
const example = async () => workshop

describe('a record made off the thread that asks', () => {
  const others = recordFormats.map(({ id }) => id).filter((id) => id !== 'pdf')

  it.each(others)('is the same %s as one made here', async (format) => {
    const made = await open().make(format, example, { locale: 'es' })
    expect(made).toEqual(await exportRecord(format, workshop, { locale: 'es' }))
  })

  it('is a PDF too', async () => {
    const { body, fileName } = await open().make('pdf', example)
    expect([Buffer.from(body).toString('latin1', 0, 5), fileName]).toEqual([
      '%PDF-',
      'Our-market-our-city.pdf',
    ])
  })

  it('is made for everybody who asked, one after another', async () => {
    let reading = 0
    let most = 0
    const { make } = open()
    const all = await Promise.all(
      [1, 2, 3].map(() =>
        make('markdown', async () => {
          most = Math.max(most, ++reading)
          await new Promise(setImmediate)
          reading--
          return workshop
        }),
      ),
    )
    expect([new Set(all.map(({ body }) => body)).size, most]).toEqual([1, 1])
  })

  it('leaves the asking thread free meanwhile', async () => {
    let isMade = false
    let turns = 0
    const made = open()
      .make('html', example)
      .then(() => {
        isMade = true
      })
    while (!isMade) {
      turns++
      await new Promise(setImmediate)
    }
    await made
    expect(turns).toBeGreaterThan(10)
  })

  it('says the same of what cannot be made, and makes the next', async () => {
    const { make } = open()
    await expect(make('docx', example)).rejects.toMatchObject({ reason: 'unknown-format' })
    await expect(make('csv', example, { board: 'nope' })).rejects.toMatchObject({ reason: 'unknown-board' })
    await expect(make('csv', async () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect((await make('markdown', example)).mediaType).toContain('markdown')
  })
})

describe('a saved workshop read off the thread that asks', () => {
  it('is the same as one read here, and so are refusals', async () => {
    const { body } = await exportRecord('json', workshop)
    const { read } = open()
    expect(await read(String(body))).toEqual(importJson(String(body)))
    expect(await read('{"format":')).toMatchObject({ ok: false, reason: 'truncated' })
  })
})

describe('when no record can be made', () => {
  it('a thread that never answers is ended and named', async () => {
    const { make } = open({ worker: silent, timeoutMs: 50 })
    await expect(make('markdown', example)).rejects.toMatchObject({ reason: 'timeout' })
    await expect(make('markdown', example)).rejects.toMatchObject({ reason: 'timeout' })
  })

  it('a thread that ends takes nothing along', async () => {
    const { make } = open({ worker: dying })
    await expect(make('markdown', example)).rejects.toMatchObject({ reason: 'failed' })
    await expect(make('pdf', example)).rejects.toMatchObject({ reason: 'failed' })
  })

  it('more than a few are not kept waiting', async () => {
    const { make } = open({ worker: dying, mostWaiting: 3 })
    const ends = await Promise.allSettled([1, 2, 3, 4, 5].map(() => make('markdown', example)))
    const reasons = ends.map((end) => (end.status === 'rejected' ? end.reason.reason : 'made'))
    expect(reasons).toEqual(['failed', 'failed', 'failed', 'busy', 'busy'])
  })

  it('closing ends what is under way', async () => {
    const { make, close } = open({ worker: silent })
    const asked = expect(make('markdown', example)).rejects.toMatchObject({ reason: 'failed' })
    await new Promise(setImmediate)
    await close()
    await asked
    await expect(make('markdown', example)).rejects.toMatchObject({ reason: 'failed' })
  })
})
