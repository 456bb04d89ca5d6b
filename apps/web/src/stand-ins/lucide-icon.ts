import { createElement, type ReactElement, type SVGProps } from 'react'

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

/**
 * What lucide-react makes of its drawings, without the sizes, strokes and contexts that we leave to CSS: their
 * machinery weighs as much as a dozen icons. The drawings come from `icons.ts`, a path and what is not one.
 */
export default function createLucideIcon(path: string, shapes: readonly Shape[] = []) {
  const drawn = [['path', { d: path }] as const, ...shapes].map(([tag, attributes]) =>
    createElement(tag, attributes),
  )
  return (props: SVGProps<SVGSVGElement>): ReactElement =>
    createElement(
      'svg',
      {
        viewBox: '0 0 24 24',
        width: 24,
        height: 24,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': true,
        ...props,
      },
      drawn,
    )
}
