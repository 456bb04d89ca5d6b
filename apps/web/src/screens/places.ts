import { lazy } from 'react'
import { phone } from './shared/use-media.ts'
import { boardViews } from './workshop/board-views.ts'
import { layouts } from './workshop/layouts.ts'

const load = {
  start: () => import('./start/start-screen.tsx'),
  page: async () => ({ default: (await import('./workshop/door.ts')).WorkshopPage }),
  board: async () => ({ default: (await import('./workshop/door.ts')).WorkshopScreen }),
  screen: () => import('./screen/screen-view.tsx'),
}

export const StartScreen = lazy(load.start)
export const WorkshopPage = lazy(load.page)
/** Where somebody stands in a workshop: at the board, or before the wall. */
export const places = { board: lazy(load.board), screen: lazy(load.screen) }
export type Place = keyof typeof places

/**
 * Asks for what an address needs before anything is drawn, all at once: while words load and the door opens,
 * the board is on its way. What fails is asked for again when it is needed.
 */
export function hurry(path: string): void {
  const wanted: Promise<unknown>[] = []
  if (path === '/') wanted.push(load.start())
  if (path.startsWith('/w/')) {
    const isScreen = path.endsWith('/screen')
    const isPhone = !isScreen && matchMedia(phone).matches
    wanted.push(load.page(), isScreen ? load.screen() : load.board())
    wanted.push(boardViews[isPhone ? 'outline' : 'surface'].fetch())
    if (!isScreen) wanted.push(layouts[isPhone ? 'phone' : 'wide'].fetch())
  }
  for (const one of wanted) one.catch(() => {})
}
