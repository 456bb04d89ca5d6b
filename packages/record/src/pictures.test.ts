import { imageTypes, type Media, type Note } from '@vispera/board'
import { describe, expect, it } from 'vitest'
import { exportCsv } from './csv/export-csv.ts'
import { buildDocument } from './document.ts'
import { writeHtml } from './html/write-html.ts'
import { exportJson } from './json/export-json.ts'
import { importJson } from './json/import-json.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { aBoard, aNote, aWorkshop } from './testing/makers.ts'
import { aDrawing, anImage, storedImage } from './testing/pictures.ts'

const images = new Map(imageTypes.map((type) => [type.replace('image/', 'picture'), storedImage(type)]))
const aValue = (text: string, media: Media, more: Partial<Note> = {}) =>
  aNote({ kind: 'value', text, media, place: { zone: 'values' }, ...more })
const showing = (notes: readonly Note[], safety: 'open' | 'protected' = 'open') =>
  aWorkshop({ workshop: { safety }, boards: [aBoard({ kind: 'vision-board', notes })], images })

const drawn = aValue('A roof we own', aDrawing('three stalls under one roof'))
const photographed = [...images.keys()].map((id) => aValue('', anImage(id, `seen in ${id}`)))
const all = [drawn, ...photographed, aValue('', aDrawing())]

describe('a picture in the record', () => {
  it('stands in the HTML itself, which asks nobody for anything', async () => {
    const html = writeHtml(await buildDocument(showing(all)))
    expect(html).toContain('<svg role="img" aria-label="three stalls under one roof"')
    for (const [id, { type, bytes }] of images) {
      expect(html).toContain(`src="data:${type};base64,${Buffer.from(bytes).toString('base64')}" alt=""`)
      expect(html).toContain(`seen in ${id}`)
    }
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/)
  })

  it('stands in the PDF, which stays readable aloud', async () => {
    const { body, standard } = await writePdf(await buildDocument(showing(all)))
    expect(standard).toBe('ua-1')
    expect(
      Buffer.from(body)
        .toString('latin1')
        .match(/\/Subtype\s*\/Image/g)?.length,
    ).toBeGreaterThanOrEqual(3)
  })

  it('is said in words where only words can stand', async () => {
    const text = writeMarkdown(await buildDocument(showing(all)))
    expect(text).toContain('A roof we own *(Drawing)*')
    expect(text).toContain('*Drawing:* three stalls under one roof')
    expect(text).toContain('seen in picturepng *(Picture)*')
    expect(text).toContain('(a drawing that nobody has put into words)')
    const path = aBoard({
      kind: 'victory-backcast',
      notes: [aNote({ kind: 'step', text: 'Meet', media: aDrawing('a hall') })],
    })
    const { body } = await exportCsv(aWorkshop({ boards: [path] }), path.id)
    expect(body).toContain('Picture in words')
    expect(body).toContain('a hall')
  })

  it('of a note that stays in the room stays there too', async () => {
    const secret = aValue('Rosa was here', anImage('picturejpeg', 'Rosa'), { sensitivity: 'sensitive' })
    const hidden = aValue('Rosa again', aDrawing('Rosa, drawn'), { state: 'hidden-for-care' })
    const document = await buildDocument(showing([secret, hidden]))
    for (const text of [writeHtml(document), writeMarkdown(document)]) {
      expect(text).not.toContain('Rosa')
      expect(text).not.toContain('data:image/jpeg')
      expect(text).not.toContain('class="picture"')
    }
  })

  it('of a protected workshop is left out, its words are not', async () => {
    const html = writeHtml(await buildDocument(showing(all, 'protected')))
    expect(html).not.toMatch(/data:image|class="picture"/)
    expect(html).toContain('three stalls under one roof')
  })

  it('whose bytes are gone is named', async () => {
    const html = writeHtml(
      await buildDocument(showing([aValue('A gate', anImage('nowhereAtAll', 'a gate'))])),
    )
    expect(html).toContain('<p class="remark">Picture</p>')
  })

  it('cannot bring markup along', async () => {
    const evil = aValue('x', aDrawing('"><script>alert(1)</script>'))
    const html = writeHtml(
      await buildDocument(showing([evil, aValue('y', anImage('picturepng', '" onload="x'))])),
    )
    expect(html).not.toMatch(/<script|" onload=/)
  })
})

describe('a saved workshop with pictures', () => {
  it('is read back identical', () => {
    const workshop = showing(all)
    expect(importJson(exportJson(workshop))).toEqual({ ok: true, file: workshop })
  })

  it.each([
    ['an id that is a path', { '../x': { type: 'image/png', base64: 'AAAA' } }],
    ['a type that is none', { aPicture1: { type: 'image/svg+xml', base64: 'AAAA' } }],
    ['bytes that are no base64', { aPicture1: { type: 'image/png', base64: '<svg/>!!' } }],
    ['no bytes', { aPicture1: { type: 'image/png', base64: '' } }],
  ])('with %s is refused', (_, pictures) => {
    const file = { ...JSON.parse(exportJson(showing([]))), images: pictures }
    expect(importJson(JSON.stringify(file)).ok).toBe(false)
  })
})
