import type { Actions } from '../../actions/actions.ts'
import { announce } from '../../actions/announcer.ts'
import type { Wall } from '../wall-context.ts'
import { linkChoices } from './link-choices.ts'
import type { WallMenu } from './wall-menus.tsx'

/**
 * Two notes were joined: with one possible sentence the link is made, with several the person is asked, with
 * none it is said so.
 */
export function linkNotes(
  wall: Wall,
  actions: Actions,
  a: string,
  b: string,
  at: { x: number; y: number },
  ask: (menu: WallMenu) => void,
): void {
  const { kind, board, words } = wall.input()
  const choices = linkChoices(kind, board, a, b)
  const only = choices.length === 1 ? choices[0] : undefined
  if (only) actions.link(only.kind, only.from, only.to)
  else if (choices.length > 1) ask({ of: 'choice', a, b, at })
  else announce(words.t('surface.link.none'))
}
