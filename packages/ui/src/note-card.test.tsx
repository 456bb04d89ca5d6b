import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NoteCard } from './note-card.tsx'

const markup = (element: ReactElement) => renderToStaticMarkup(element)
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test.each(['draft', 'waiting', 'late', 'sensitive'] as const)(
  'a note that is %s says so in words',
  (state) => {
    const html = markup(
      <NoteCard color="sun" text="Keys on my own belt." state={state} stateLabel="says so" />,
    )
    expect(wordsOf(html)).toBe('Keys on my own belt. says so')
  },
)

test("somebody else's draft tells neither its words, nor its colour, nor its direction", () => {
  const face = (color: 'sun' | 'plum', text: string) =>
    markup(<NoteCard color={color} text={text} lang="ar" state="blank" stateLabel="A note face down" />)
  expect(face('sun', 'Keys on my own belt.')).toBe(face('plum', 'صار السوق قلب المدينة'))
  expect(wordsOf(face('sun', 'Keys'))).toBe('A note face down')
})

test('a note follows the direction of its own words and names their language', () => {
  const html = markup(<NoteCard color="leaf" text="صار السوق" lang="ar" />)
  expect(html).toContain('dir="rtl"')
  expect(html).toContain('lang="ar"')
})

test('the caller chooses the element and gives it its own attributes', () => {
  const html = markup(<NoteCard as="li" color="sun" text="Shade." data-note-id="n1" aria-posinset={3} />)
  expect(html).toMatch(/^<li [^>]*data-note-id="n1"[^>]*aria-posinset="3"/)
})

test('votes are heard in words and the number is not said twice', () => {
  const html = markup(<NoteCard color="leaf" text="Buses stop here." votes={6} votesLabel="6 votes" />)
  expect(html).toMatch(/aria-hidden="true">6<.*6 votes/)
})

test('a plain note is few nodes, because hundreds are on a wall at once', () => {
  const html = markup(<NoteCard color="sun" text="Shade." />)
  expect(html.match(/<[a-z]/g)).toHaveLength(4)
})
