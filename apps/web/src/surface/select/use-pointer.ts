import { type MouseEvent, type PointerEvent as ReactPointerEvent, useMemo } from 'react'
import type { Actions } from '../../actions/actions.ts'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import { isOnGround } from '../camera/gestures.ts'
import type { WallMenu } from '../links/wall-menus.tsx'
import type { Wall } from '../wall-context.ts'
import { boardPoint, noteAtEvent } from '../wall-points.ts'
import { focusNote } from './focus.ts'
import { startMarquee } from './marquee.ts'
import { placeAt } from './place-at.ts'

export interface PointerContext {
  readonly wall: Wall
  readonly ui: BoardUiStore
  readonly actions: Actions
  readonly openMenu: (menu: WallMenu) => void
  readonly link: (from: string, to: string, at: { x: number; y: number }) => void
  readonly cancelDrag: () => void
}

/** A finger resting this long opens the menu. */
const longPressMs = 550

/** Clicks, double clicks, long presses and frames on the wall; and a way to say that a press is no click after all. */
export function usePointer(context: PointerContext) {
  return useMemo(() => pointerHandlers(context), [context])
}

function pointerHandlers({ wall, ui, actions, openMenu, link, cancelDrag }: PointerContext) {
  let isNoClick = false
  let press: ReturnType<typeof setTimeout> | undefined

  const at = ({ clientX, clientY }: { clientX: number; clientY: number }) => ({ x: clientX, y: clientY })
  const menuFor = (id: string, where: { x: number; y: number }) => {
    const { selection } = ui.get()
    if (!selection.has(id)) ui.select([id])
    openMenu({ of: 'notes', ids: selection.has(id) ? [...selection] : [id], at: where })
  }
  const endPress = () => clearTimeout(press)

  return {
    /** The press became a pan, a pinch, a frame or a drag. */
    noClick() {
      isNoClick = true
      endPress()
    },
    onPointerDown(event: ReactPointerEvent) {
      isNoClick = !event.isPrimary
      endPress()
      const { nativeEvent } = event
      const id = noteAtEvent(wall, nativeEvent)
      if (event.pointerType === 'touch' && event.isPrimary && id !== null) {
        press = setTimeout(() => {
          isNoClick = true
          cancelDrag()
          menuFor(id, at(nativeEvent))
        }, longPressMs)
      }
      if (event.pointerType === 'touch' || event.button !== 0 || !isOnGround(wall, nativeEvent)) return
      wall.viewport()?.focus({ preventScroll: true })
      if (ui.get().tool === 'select') {
        startMarquee(wall, ui, nativeEvent, () => {
          isNoClick = true
        })
      }
    },
    onPointerUp: endPress,
    onClick(event: MouseEvent) {
      if (isNoClick) return
      const id = noteAtEvent(wall, event.nativeEvent)
      const { linking, tool } = ui.get()
      if (id === null) {
        if (!isOnGround(wall, event.nativeEvent)) return
        if (linking) ui.set({ linking: null })
        else if (tool === 'note') addAt(event)
        else if (!event.shiftKey) ui.select([])
        return
      }
      if (linking && linking.from !== id) {
        ui.set({ linking: null })
        link(linking.from, id, at(event))
      } else if (tool === 'link') ui.set({ linking: { from: id, kind: null } })
      else if (ui.get().editing !== id) {
        if (event.shiftKey || event.ctrlKey || event.metaKey) ui.select([id], { toggle: true })
        else ui.select([id])
        wall.setCurrent(id)
        if (!(document.activeElement?.closest('[data-note-id]')?.getAttribute('data-note-id') === id))
          focusNote(wall, id)
      }
    },
    onDoubleClick(event: MouseEvent) {
      if (isNoClick || ui.get().tool !== 'select') return
      const id = noteAtEvent(wall, event.nativeEvent)
      if (id !== null) actions.editNote(id)
      else if (isOnGround(wall, event.nativeEvent)) addAt(event)
    },
    onContextMenu(event: MouseEvent) {
      if (event.target instanceof Element && event.target.closest('textarea, input')) return
      const id = noteAtEvent(wall, event.nativeEvent)
      event.preventDefault()
      // Fingers have their own long press, which works everywhere.
      const { pointerType } = event.nativeEvent as unknown as { pointerType?: string }
      if (id !== null && pointerType !== 'touch') menuFor(id, at(event))
    },
  }

  function addAt(event: MouseEvent) {
    const place = placeAt(wall, boardPoint(wall, event.nativeEvent))
    actions.addNote(place ? { place, edit: true } : { edit: true })
    ui.set({ tool: 'select' })
  }
}
