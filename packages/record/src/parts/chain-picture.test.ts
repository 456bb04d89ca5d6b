import { describe, expect, it } from 'vitest'
import { buildDocument } from '../document.ts'
import { writeHtml } from '../html/write-html.ts'
import { writeMarkdown } from '../markdown/write-markdown.ts'
import { theExample } from '../testing/example.ts'

const page = async (locale: string) => String(writeHtml(await buildDocument(theExample(), { locale })))
const pictureIn = (html: string) => /<svg[^>]*aria-label="[^"]*"[^>]*>.*?<\/svg>/s.exec(html)?.[0] ?? ''
/** The horizontal place of the box with this number. */
const placeOf = (svg: string, number: string) =>
  Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${number}</text>`).exec(svg)?.[1])

describe('the chain as a picture', () => {
  it('has a box for every step of the plan and red dashes where it hangs', async () => {
    const svg = pictureIn(await page('en'))
    for (const number of ['1', '2', '3', '4', '5', '6', '7', '8', '9'])
      expect(svg).toContain(`>${number}</text>`)
    expect(svg).toContain('stroke-dasharray')
    // Prerequisites stand before what needs them: the first step is further from the victory than the last.
    expect(placeOf(svg, '1')).toBeLessThan(placeOf(svg, '9'))
  })

  it('runs the way its reader reads, in the reader’s digits', async () => {
    const svg = pictureIn(await page('ar'))
    expect(placeOf(svg, '١')).toBeGreaterThan(placeOf(svg, '٩'))
  })

  it('is left to its sentences where a format has no pictures', async () => {
    const text = writeMarkdown(await buildDocument(theExample(), { locale: 'en' }))
    expect(text).toContain('The chain, read backwards')
    expect(text).not.toMatch(/<svg|\n\n\n/)
  })
})
