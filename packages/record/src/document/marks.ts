import type { ColorName } from '@vispera/board'

/** Fill and mark of each paper, as in the app by day: a record is printed on white. */
interface Paper {
  readonly fill: string
  readonly ink: string
  /** The shape that says the colour without colour, one path in a 12 x 12 box. */
  readonly shape: string
}

export const papers: Readonly<Record<ColorName, Paper>> = {
  sun: { fill: '#ffd34a', ink: '#7a4e00', shape: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z' },
  clay: { fill: '#ffa56b', ink: '#7e2a00', shape: 'M6 1.1 11.3 10.6H.7z' },
  rose: { fill: '#ffaebb', ink: '#9a1138', shape: 'M6 .6 11.4 6 6 11.4 .6 6z' },
  sky: { fill: '#a5d0f2', ink: '#104a86', shape: 'M.2 2.3h11.6v2.6H.2zM.2 7.1h11.6v2.6H.2z' },
  leaf: {
    fill: '#b2da93',
    ink: '#23571b',
    shape: 'M1.3 10.7C.5 4.9 4.1 1.1 10.9 1.3 11.4 7.3 8 11.5 1.3 10.7z',
  },
  plum: { fill: '#d2bdf3', ink: '#56279b', shape: 'M4.3 .7h3.4v3.6h3.6v3.4H7.7v3.6H4.3V7.7H.7V4.3h3.6z' },
  chalk: { fill: '#fffdf8', ink: '#5c5345', shape: 'M1.2 1.2h9.6v9.6H1.2zM3.3 3.3v5.4h5.4V3.3z' },
  stone: {
    fill: '#d9cfbd',
    ink: '#4a4236',
    shape: 'M.9 1.2h2.8v9.6H.9zM4.6 1.2h2.8v9.6H4.6zM8.3 1.2h2.8v9.6H8.3z',
  },
}

const svg = (box: string, inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inner}</svg>`

/** A small square of paper with its mark. */
export const paperMark = (color: ColorName): string => {
  const { fill, ink, shape } = papers[color]
  return svg(
    '0 0 22 22',
    `<rect x="1" y="1" width="20" height="20" rx="2" fill="${fill}" stroke="#1f1b16" stroke-opacity=".62" stroke-width="1.3"/>` +
      `<path transform="translate(5 5)" fill="${ink}" fill-rule="evenodd" d="${shape}"/>`,
  )
}

/** The half sun on its horizon: the end of a chain. */
export const endMark = svg(
  '0 0 22 22',
  '<path d="M3 14.5a8 8 0 0 1 16 0z" fill="#b92b16"/><path d="M1 16h20v2.6H1z" fill="#1f1b16"/>',
)

/** A link that has come apart (lucide "unlink"). */
export const breakMark = svg(
  '0 0 24 24',
  '<g fill="none" stroke="#b92b16" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">' +
    '<path d="m18.84 12.25 1.72-1.71a5 5 0 0 0-7.07-7.07l-1.72 1.71"/>' +
    '<path d="m5.17 11.75-1.71 1.71a5 5 0 0 0 7.07 7.07l1.71-1.71"/>' +
    '<path d="M8 2v3M2 8h3M16 19v3M19 16h3"/></g>',
)

/** The shield before what was agreed (lucide "shield"). */
export const consentMark = svg(
  '0 0 24 24',
  '<path fill="none" stroke="#1f1b16" stroke-width="1.9" stroke-linejoin="round" d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/>',
)
