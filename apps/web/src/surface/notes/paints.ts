import { type ColorName, colorNames } from '@vispera/board'

/** Colours as the page's styles give them now, for painting. */
export interface Paints {
  readonly fill: Readonly<Record<ColorName, string>>
  readonly mark: Readonly<Record<ColorName, string>>
  readonly ink: string
  readonly keyLine: string
  readonly poster: string
}

export function readPaints(element: Element): Paints {
  const probes = document.createElement('span')
  probes.hidden = true
  // Colours resolved by the browser, light-dark() and theme included. All are asked for before the first is read: the
  // page's styles are worked out once.
  const ask = (value: string) => {
    const probe = document.createElement('span')
    probe.style.color = value
    probes.append(probe)
    return () => getComputedStyle(probe).color
  }
  const each = (name: (color: ColorName) => string) => {
    const asked = colorNames.map((color) => [color, ask(name(color))] as const)
    return () =>
      Object.fromEntries(asked.map(([color, tell]) => [color, tell()])) as Record<ColorName, string>
  }
  const fill = each((color) => `var(--note-${color})`)
  const mark = each((color) => `var(--note-${color}-mark)`)
  const ink = ask('var(--ink)')
  const keyLine = ask('var(--key-line)')
  const poster = ask('var(--poster-yellow)')
  element.parentElement?.append(probes)
  const paints = { fill: fill(), mark: mark(), ink: ink(), keyLine: keyLine(), poster: poster() }
  probes.remove()
  return paints
}
