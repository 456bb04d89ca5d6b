import { type ColorName, colorNames } from '@vispera/board'

/** Colours as the page's styles give them now, for painting. */
export interface Paints {
  readonly fill: Readonly<Record<ColorName, string>>
  readonly mark: Readonly<Record<ColorName, string>>
  readonly ink: string
  readonly keyLine: string
  readonly paper: string
  readonly poster: string
  readonly hairline: string
}

export function readPaints(element: Element): Paints {
  const probe = document.createElement('span')
  probe.hidden = true
  element.parentElement?.append(probe)
  // A colour resolved by the browser: light-dark() and theme included.
  const resolve = (value: string) => {
    probe.style.color = value
    return getComputedStyle(probe).color
  }
  const each = (name: (color: ColorName) => string) =>
    Object.fromEntries(colorNames.map((color) => [color, resolve(name(color))])) as Record<ColorName, string>
  const paints = {
    fill: each((color) => `var(--note-${color})`),
    mark: each((color) => `var(--note-${color}-mark)`),
    ink: resolve('var(--ink)'),
    keyLine: resolve('var(--key-line)'),
    paper: resolve('var(--paper)'),
    poster: resolve('var(--poster-yellow)'),
    hairline: resolve('var(--hairline)'),
  }
  probe.remove()
  return paints
}
