import { describe, expect, it } from 'vitest'
import { buildDocument } from '../document.ts'
import { theExample } from '../testing/example.ts'
import { hostileTexts } from '../testing/hostile-texts.ts'
import { aBoard, aLink, aNote, aWorkshop } from '../testing/makers.ts'
import { writeHtml } from './write-html.ts'

/** The whole vocabulary of a record: nothing else may stand between angle brackets. */
const tag =
  /^<(?:!doctype html|\/?(?:html|head|body|main|header|footer|aside|section|div|p|h[1-6]|ul|ol|li|table|thead|tbody|tr|th|td|span|b|strong|bdi|br|title|style|meta|svg|g|path|rect)(?: [a-zA-Z-]+="[^"<>]*"| [a-z-]+=[a-z0-9-]+)*\/?)>$/

const withoutStyle = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>')

describe('a record as one HTML file', async () => {
  const hostile = aWorkshop({
    workshop: { title: '</title><script>alert(1)</script>' },
    boards: [
      aBoard({
        id: 'h',
        kind: 'vision-board',
        title: '"><script>alert(2)</script>',
        settings: { horizon: '<img src=x onerror=alert(3)>' },
        notes: hostileTexts.map((text, index) =>
          aNote({
            id: `n${index}`,
            kind: 'value',
            text,
            place: { zone: 'values' },
            lang: '"><x',
            fields: { because: text },
            translations: [{ lang: text.slice(0, 35), text, by: 'person', checked: true }],
          }),
        ),
        links: [aLink('in-tension', 'n0', 'n1', { why: '<script>' }), aLink('"><script>', 'n1', 'n2')],
      }),
    ],
  })
  const html = writeHtml(await buildDocument(hostile))

  it('holds no tag and no attribute but its own, whatever people wrote', () => {
    const tags = withoutStyle(html).match(/<[^>]*>/g) ?? []
    expect(tags.filter((one) => !tag.test(one))).toEqual([])
    expect(tags.filter((one) => / on[a-z]+=|href|src=/i.test(one.replace('http-equiv', '')))).toEqual([])
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  it('asks for nothing outside itself and runs no script', async () => {
    const example = writeHtml(await buildDocument(theExample()))
    expect(example).toContain('default-src &#39;none&#39;')
    expect(example).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!data:)/)
  })

  it('prints what people wrote, letter for letter', () => {
    expect(html).toContain('&lt;script&gt;alert(document.domain)&lt;/script&gt;')
    expect(html).toContain('#read(&quot;/etc/passwd&quot;)')
  })
})

it('names language and direction of the page, and of every note that differs', async () => {
  const html = writeHtml(await buildDocument(theExample('ar'), { locale: 'ar' }))
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toMatch(/<p class="words" lang="my" dir="ltr">/)
})

it('is a page with one title, headings in order and tables with headers', async () => {
  const html = writeHtml(await buildDocument(theExample()))
  expect(html.match(/<h1/g)).toHaveLength(1)
  const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1]
    if (before !== undefined) expect(level - before).toBeLessThanOrEqual(1)
  }
  expect(html).toContain('<th scope="col">By when</th>')
  expect(html).toContain('<th scope="row">')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
})
