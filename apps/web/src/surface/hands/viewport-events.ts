import type { DOMAttributes, SyntheticEvent } from 'react'

const names = [
  'onPointerDown',
  'onPointerUp',
  'onPointerMove',
  'onPointerLeave',
  'onClick',
  'onDoubleClick',
  'onContextMenu',
  'onKeyDown',
  'onCopy',
  'onCut',
  'onPaste',
  'onFocus',
] as const satisfies readonly (keyof DOMAttributes<HTMLElement>)[]

/** What the hands hear of what happens on the viewport. */
export type ViewportHandlers = Pick<DOMAttributes<HTMLElement>, (typeof names)[number]>

/** For the viewport: hands every event on to the hands, as soon as there are any. */
export function handOn(hands: { readonly current: ViewportHandlers | null }): ViewportHandlers {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (event: SyntheticEvent) =>
        (hands.current?.[name] as ((event: SyntheticEvent) => void) | undefined)?.(event),
    ]),
  )
}
