import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDocument } from '../document.ts'
import { hostileTexts } from '../testing/hostile-texts.ts'
import { aBoard, aNote, aWorkshop } from '../testing/makers.ts'
import { ownRun } from '../words/runs.ts'
import { inline } from './escape.ts'
import { writeMarkdown } from './write-markdown.ts'

const asLine = (text: string) => inline([ownRun(text)], 'ltr', '\\\n')

describe('people’s words in Markdown', () => {
  it.each([
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. one', '1\\. one'],
    ['> quote', '\\> quote'],
    ['===', '\\==='],
    ['`code` *em* _em_', '\\`code\\` \\*em\\* \\_em\\_'],
    ['[a](http://b)', '\\[a\\](http\\://b)'],
    ['<b onclick=x>', '\\<b onclick=x\\>'],
    ['&amp; &#60;', '\\&amp; \\&#60;'],
    ['www.example.org a@b.c', 'www\\.example.org a\\@b.c'],
    ['| a | $x$ ~~b~~', '\\| a \\| \\$x\\$ \\~\\~b\\~\\~'],
    ['C:\\temp', 'C:\\\\temp'],
  ])('%s stays what it is', (text, escaped) => {
    expect(asLine(text)).toBe(escaped)
  })

  it('stay on their lines, and no line starts anything', () => {
    expect(asLine('one\n# two\n2) three')).toBe('one\\\n\\# two\\\n2\\) three')
  })

  it('of the other direction are marked when alone and isolated inside a sentence', () => {
    expect(inline([ownRun('صباح')], 'ltr', ' ')).toBe('\u200Fصباح')
    expect(inline([{ text: 'See ', dir: 'ltr' }, ownRun('صباح')], 'ltr', ' ')).toBe('See \u2068صباح\u2069')
  })
})

it('no text can leave its place: every line of a record starts with markup of ours or with escaped words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...hostileTexts), { minLength: 1, maxLength: 6 }),
      async (texts) => {
        const board = aBoard({
          kind: 'vision-board',
          notes: texts.map((text) =>
            aNote({ kind: 'value', text, fields: { because: text }, place: { zone: 'values' } }),
          ),
        })
        const markdown = writeMarkdown(
          await buildDocument(aWorkshop({ boards: [board], workshop: { title: texts[0] ?? 'x' } })),
        )
        const bare = markdown.replace(/\\./g, 'x')
        expect(bare).not.toMatch(/<(?!br>)|\]\(|!\[|`|~~|\$|&#|:\/\//)
        const headings = bare.split('\n').filter((line) => /^\s*#/.test(line))
        expect(headings.map((line) => line.replace(/^(#+) .*/, '$1'))).toEqual(['#', '##', '###', '##', '##'])
      },
    ),
    { numRuns: 60 },
  )
})

it('an Arabic record runs from right to left as a whole', async () => {
  const markdown = writeMarkdown(await buildDocument(aWorkshop(), { locale: 'ar' }))
  expect(markdown).toMatch(/^<div dir="rtl">\n\n[\s\S]*\n\n<\/div>\n$/)
})
