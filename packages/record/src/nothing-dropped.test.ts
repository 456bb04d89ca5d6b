import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportCsv } from './csv/export-csv.ts'
import { buildDocument } from './document.ts'
import { writeHtml } from './html/write-html.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'
import { typstData } from './pdf/typst-data.ts'
import { markedWorkshop } from './testing/random-workshop.ts'

/** The written formats, by name. The PDF is asked through the data that its page prints whole. */
const written = {
  markdown: writeMarkdown,
  html: writeHtml,
  pdf: (document: Awaited<ReturnType<typeof buildDocument>>) =>
    JSON.stringify(typstData(document, 'a4')).replaceAll('\u200B', ''),
}

const missing = (text: string, markers: readonly string[]) =>
  markers.filter((marker) => !text.includes(marker))
const leaked = (text: string, markers: readonly string[]) => markers.filter((marker) => text.includes(marker))

it.each(Object.keys(written) as (keyof typeof written)[])(
  'whatever a group writes stands in the %s record, and nothing that must stay in the room',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        markedWorkshop,
        fc.constantFrom('en', 'ar'),
        async ({ workshop, kept, secret }, locale) => {
          const text = written[format](await buildDocument(workshop, { locale }))
          expect(missing(text, kept)).toEqual([])
          expect(leaked(text, secret)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  },
)

it('every note of a board with a table stands in its CSV, and nothing that must stay in the room', async () => {
  await fc.assert(
    fc.asyncProperty(markedWorkshop, async ({ workshop, tabled, secret }) => {
      const tables: string[] = []
      for (const board of workshop.boards) {
        const csv = await exportCsv(workshop, board.id).catch(() => null)
        if (csv) tables.push(csv.body)
      }
      const text = tables.join('\n')
      expect(missing(text, tabled)).toEqual([])
      expect(leaked(text, secret)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

it('notes marked sensitive come back when somebody ticks them, and only those', async () => {
  await fc.assert(
    fc.asyncProperty(markedWorkshop, async ({ workshop }) => {
      const text = writeMarkdown(await buildDocument(workshop, { includeSensitive: true }))
      for (const note of workshop.boards.flatMap((board) => board.notes)) {
        const marker = (note.text || (note.media?.alt ?? '')).split(' ')[0] ?? ''
        const isShown = note.state === undefined || note.state === 'parked'
        expect(text.includes(marker)).toBe(isShown && note.sensitivity !== 'do-not-record')
      }
    }),
    { numRuns: 60 },
  )
})
