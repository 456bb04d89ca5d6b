import { type RefObject, useSyncExternalStore } from 'react'
import { useActions } from '../../actions/use-actions.ts'
import { BoardDrag } from '../drag/board-drag.tsx'
import { DropHint } from '../drag/drop-hint.tsx'
import { linkNotes } from '../links/link-notes.ts'
import { NoteHandles } from '../links/note-handles.tsx'
import { WallMenus } from '../links/wall-menus.tsx'
import styles from '../surface.module.css'
import { BackToNotes } from '../tools/back-to-notes.tsx'
import { LinkHint } from '../tools/link-hint.tsx'
import { useWall } from '../wall-context.ts'
import { useHands } from './use-hands.ts'

/** All that it takes to touch the wall: dragging, keys, gestures, menus. Stands beside the wall, not round it. */
export function Hands({ surface }: { surface: RefObject<HTMLElement | null> }) {
  const wall = useWall()
  const menu = useSyncExternalStore(wall.menu.subscribe, wall.menu.get)
  const { session, handlers, mayLift, noClick } = useHands(wall, surface)
  return (
    <>
      <BoardDrag session={session} mayLift={mayLift} onMoved={noClick} handlers={handlers} />
      <LinkHint />
      <BackToNotes />
      <WallMenus menu={menu} onClose={() => wall.menu.set(null)} />
    </>
  )
}

/** What the hands show in the board's world, over the notes. */
export function HandsInWorld() {
  const wall = useWall()
  const actions = useActions()
  return (
    <>
      <NoteHandles
        onLink={(from, to, at) => linkNotes(wall, actions, from, to, at, wall.menu.set)}
        onMenu={(id, at) => wall.menu.set({ of: 'notes', ids: [id], at })}
      />
      <svg className={styles.rubber} width="1" height="1" aria-hidden="true">
        <line data-rubber="" visibility="hidden" />
      </svg>
      <DropHint />
    </>
  )
}
