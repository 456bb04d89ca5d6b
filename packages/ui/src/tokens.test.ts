import { describe, expect, test } from 'vitest'
import { colors, personColors } from './colors.ts'
import contrast from './contrast.css?raw'
import tokens from './tokens.css?raw'

type Theme = 'light' | 'dark'

const asked = declarationsIn(contrast, ':root[data-contrast="more"]')
const bySystem = declarationsIn(contrast, ':root:not([data-contrast="normal"])')
const everyday = declarationsIn(tokens, ':root')

describe.each<Theme>(['light', 'dark'])('in %s', (theme) => {
  const of = (name: string) => colorIn(everyday, name, theme)

  test.each(['ink', 'ink-2', 'ink-3', 'red', 'blue', 'green', 'amber'])(
    '%s reads as text on wall and paper',
    (name) => {
      expect(ratio(of(name), of('wall'))).toBeGreaterThanOrEqual(4.5)
      expect(ratio(of(name), of('paper'))).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('the edges of controls are seen on wall and paper', () => {
    expect(ratio(of('edge'), of('wall'))).toBeGreaterThanOrEqual(3)
    expect(ratio(of('edge'), of('paper'))).toBeGreaterThanOrEqual(3)
  })

  test('words on ink, on votes and on people read as text', () => {
    expect(ratio(of('on-ink'), of('ink'))).toBeGreaterThanOrEqual(7)
    expect(ratio(of('on-vote'), of('vote'))).toBeGreaterThanOrEqual(4.5)
    for (const color of personColors) {
      expect(ratio(of('on-person'), of(`person-${color}`))).toBeGreaterThanOrEqual(7)
    }
  })

  test.each(colors)('words and the mark read on $id', ({ id }) => {
    expect(ratio(of('note-words'), of(`note-${id}`))).toBeGreaterThanOrEqual(7)
    expect(ratio(of(`note-${id}-mark`), of(`note-${id}`))).toBeGreaterThanOrEqual(4.5)
  })

  test('in high contrast every text is at least 9 to 1', () => {
    const high = (name: string) => colorIn(asked, name, theme)
    for (const name of ['ink', 'ink-2', 'ink-3', 'red', 'blue', 'green', 'amber']) {
      expect(ratio(high(name), high('wall'))).toBeGreaterThanOrEqual(9)
    }
    for (const { id } of colors) expect(ratio(high('note-words'), high(`note-${id}`))).toBe(21)
  })
})

test.each(['ink', 'red', 'green', 'amber'])('%s reads as text on poster yellow', (name) => {
  const of = (token: string) => colorIn(everyday, token, 'light')
  expect(ratio(of(`poster-${name}`), of('poster-yellow'))).toBeGreaterThanOrEqual(4.5)
})

test('high contrast is the same whether the app or the system asks for it', () => {
  expect(bySystem).toEqual(asked)
  expect(asked.size).toBeGreaterThan(30)
})

/** The custom properties of the first block with exactly this selector. */
function declarationsIn(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

function colorIn(declarations: Map<string, string>, name: string, theme: Theme): string {
  const value = declarations.get(name) ?? everyday.get(name) ?? ''
  const [, light = value, dark = value] = /light-dark\((#\w+), (#\w+)\)/.exec(value) ?? []
  return theme === 'light' ? light : dark
}

/** The contrast of WCAG 2.2, from 1 to 21. */
function ratio(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
