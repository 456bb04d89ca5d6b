import { type ColorId, colors, type MarkId } from './colors.ts'

// One path each, in a 12 x 12 box: up to 400 are on a wall at once.
const shapes: Record<MarkId, string> = {
  disc: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z',
  triangle: 'M6 1.1 11.3 10.6H.7z',
  diamond: 'M6 .6 11.4 6 6 11.4 .6 6z',
  'two-bars': 'M.2 2.3h11.6v2.6H.2zM.2 7.1h11.6v2.6H.2z',
  leaf: 'M1.3 10.7C.5 4.9 4.1 1.1 10.9 1.3 11.4 7.3 8 11.5 1.3 10.7z',
  cross: 'M4.3 .7h3.4v3.6h3.6v3.4H7.7v3.6H4.3V7.7H.7V4.3h3.6z',
  'open-square': 'M1.2 1.2h9.6v9.6H1.2zM3.3 3.3v5.4h5.4V3.3z',
  'three-bars': 'M.9 1.2h2.8v9.6H.9zM4.6 1.2h2.8v9.6H4.6zM8.3 1.2h2.8v9.6H8.3z',
}

const markOf = Object.fromEntries(colors.map(({ id, mark }) => [id, shapes[mark]])) as Record<ColorId, string>

export type ColorMarkProps = { color: ColorId; className?: string | undefined }

/** The shape that says a note's colour without colour. Drawn in the text colour, 1 em high unless styled. */
export function ColorMark({ color, className }: ColorMarkProps) {
  return (
    <svg
      viewBox="0 0 12 12"
      width="1em"
      height="1em"
      fill="currentColor"
      className={className}
      aria-hidden="true"
    >
      <path fillRule="evenodd" d={markOf[color]} />
    </svg>
  )
}
