import { describe, expect, it } from 'vitest'
import { buildDocument } from '../document.ts'
import { theExample } from '../testing/example.ts'
import { hostileTexts } from '../testing/hostile-texts.ts'
import { aBoard, aNote, aWorkshop } from '../testing/makers.ts'
import { typstData } from './typst-data.ts'
import { writePdf } from './write-pdf.ts'

const asText = (body: Uint8Array) => Buffer.from(body).toString('latin1')
const silent = new URL('../testing/workers/silent.ts', import.meta.url)
const dying = new URL('../testing/workers/dying.ts', import.meta.url)
const unavailable = new URL('../testing/workers/unavailable.ts', import.meta.url)
const missing = new URL('../testing/workers/not-there.ts', import.meta.url)

describe('the record as a PDF', () => {
  it.each(['en', 'es', 'ar'] as const)(
    'of the worked example in %s is PDF/UA-1, tagged and in its language',
    async (locale) => {
      const { body, standard } = await writePdf(await buildDocument(theExample(locale), { locale }))
      expect(standard).toBe('ua-1')
      const text = asText(body)
      expect(text.startsWith('%PDF-')).toBe(true)
      expect(text).toContain('/StructTreeRoot')
      expect(text).toContain(`/Lang (${locale})`)
      expect(text).toContain('pdfuaid')
    },
  )

  it('carries its own letters for Latin, Arabic and Burmese', async () => {
    const { body } = await writePdf(await buildDocument(theExample('ar'), { locale: 'ar' }))
    for (const font of ['NotoSans-', 'NotoSansArabic-', 'NotoSansMyanmar-'])
      expect(asText(body)).toContain(font)
  })

  it('prints hostile words as words, on A4 and on Letter', async () => {
    const latin = hostileTexts.filter((text) => !/日本|冗|ॣ/.test(text))
    const notes = latin.map((text) =>
      aNote({ kind: 'value', text, fields: { because: text }, place: { zone: 'values' } }),
    )
    const workshop = aWorkshop({
      workshop: { title: '#panic("title") \\ $x$' },
      boards: [
        aBoard({
          kind: 'vision-board',
          title: '#read("/etc/passwd")',
          notes,
          settings: { horizon: '#eval("1")' },
        }),
      ],
    })
    const document = await buildDocument(workshop)
    for (const paper of ['a4', 'us-letter'] as const) {
      const { body } = await writePdf(document, { paper })
      expect(asText(body)).toContain(paper === 'a4' ? '595.2' : '612')
    }
  })

  it('says so on the page when it has no letters for some words', async () => {
    const workshop = aWorkshop({
      boards: [
        aBoard({ kind: 'vision-board', notes: [aNote({ kind: 'value', text: '\u{10A00}\u{11800}' })] }),
      ],
    })
    const { standard } = await writePdf(await buildDocument(workshop))
    expect(standard).toBe('tagged')
  })

  it('of an empty workshop is a page too', async () => {
    const { standard } = await writePdf(await buildDocument(aWorkshop()))
    expect(standard).toBe('ua-1')
  })
})

describe('when no PDF can be made', () => {
  const failure = async (worker: URL, timeoutMs = 20_000) =>
    writePdf(await buildDocument(aWorkshop()), { worker, timeoutMs })

  it('a child that never answers is ended and named', async () => {
    await expect(failure(silent, 300)).rejects.toMatchObject({ reason: 'pdf-timeout' })
  })

  it('a child that dies takes nothing along', async () => {
    await expect(failure(dying)).rejects.toMatchObject({ reason: 'pdf-failed' })
  })

  it('a maker that is not installed is named', async () => {
    await expect(failure(unavailable)).rejects.toMatchObject({ reason: 'pdf-unavailable' })
    await expect(failure(missing)).rejects.toMatchObject({ name: 'RecordError' })
  })

  it('the next one is made all the same', async () => {
    await expect(failure(dying)).rejects.toMatchObject({ reason: 'pdf-failed' })
    expect((await writePdf(await buildDocument(aWorkshop()))).standard).toBe('ua-1')
  })

  it('whoever asked may end it', async () => {
    const stop = new AbortController()
    const asked = writePdf(await buildDocument(aWorkshop()), { worker: silent, signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toMatchObject({ name: 'RecordError' })
  })
})

it('a word longer than a line gets places to break, a Burmese sentence does not', async () => {
  const document = await buildDocument(
    aWorkshop({
      boards: [
        aBoard({
          kind: 'vision-board',
          notes: [
            aNote({ kind: 'value', text: 'x'.repeat(60) }),
            aNote({ kind: 'value', text: 'မြန်မာ'.repeat(20) }),
          ],
        }),
      ],
    }),
  )
  const data = JSON.stringify(typstData(document, 'a4'))
  expect(data).toContain(`${'x'.repeat(28)}\u200B${'x'.repeat(28)}\u200Bxxxx`)
  expect(data).toContain('မြန်မာ'.repeat(20))
})
