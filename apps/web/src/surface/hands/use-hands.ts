import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { offerNewNoteSpots, offerPlaceAtPoint } from '../../actions/new-note-spot.ts'
import { pickMove } from '../../actions/pickers.ts'
import { useActionContext, useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { bringBack } from '../../board-ui/bring-back.ts'
import { useMayPicture } from '../../pictures/may-picture.ts'
import { attachGestures } from '../camera/gestures.ts'
import { createDragSession } from '../drag/drag-session.ts'
import { linkNotes } from '../links/link-notes.ts'
import { copyNotes, pasteNotes } from '../select/clipboard.ts'
import { revealNote } from '../select/focus.ts'
import { freeSpots } from '../select/free-spots.ts'
import { type KeyContext, pressKey } from '../select/keys.ts'
import { placeAt } from '../select/place-at.ts'
import { useSpaceHand } from '../select/space-hand.ts'
import { useFocusAfterWriting } from '../select/use-focus-after-writing.ts'
import { usePointer } from '../select/use-pointer.ts'
import type { Wall } from '../wall-context.ts'
import { boardPoint, noteAtEvent, toPage } from '../wall-points.ts'

/** Joins hand, keys, gestures and menus of one surface. */
export function useHands(wall: Wall, surface: RefObject<HTMLElement | null>) {
  const board = useBoardOnScreen()
  const { ui, open, kind } = board
  const actions = useActions()
  const actionContext = useActionContext()
  const openMenu = wall.menu.set
  const mayPicture = useMayPicture()
  const around = useRef({ open, ui, actions })
  useLayoutEffect(() => {
    around.current = { open, ui, actions }
  }, [open, ui, actions])
  const session = useMemo(() => createDragSession(wall, () => around.current), [wall])
  const isSpaceDown = useSpaceHand(wall)
  const isHand = useCallback(() => ui.get().tool === 'hand' || isSpaceDown(), [ui, isSpaceDown])

  const link = useCallback(
    (from: string, to: string, at: { x: number; y: number }) =>
      linkNotes(wall, actions, from, to, at, openMenu),
    [wall, actions, openMenu],
  )
  const pointer = usePointer(
    useMemo(
      () => ({ wall, ui, actions, openMenu, link, cancelDrag: cancelDrags }),
      [wall, ui, actions, openMenu, link],
    ),
  )
  const { noClick, ...presses } = pointer
  useEffect(() => {
    const element = wall.viewport()
    if (!element) return
    return attachGestures(element, wall, { isHand, cancelDrag: cancelDrags, onBegin: noClick })
  }, [wall, isHand, noClick])
  useEffect(
    () =>
      ui.onReveal((id) => {
        const note = open.store.note(id)
        if (note && !wall.arranged().boxes.has(id)) bringBack(ui, kind, note)
        // It has its place with the draw that follows.
        requestAnimationFrame(() => revealNote(wall, id))
      }),
    [wall, ui, open, kind],
  )
  useFocusAfterWriting(wall, ui)
  useEffect(() => offerNewNoteSpots(ui, (count, height) => freeSpots(wall, count, height)), [wall, ui])
  useEffect(() => offerPlaceAtPoint(ui, (at) => placeAt(wall, boardPoint(wall, at))), [wall, ui])
  useEffect(() => () => open.setPresence({ cursor: null, held: [] }), [open])

  const keys = useMemo<KeyContext>(
    () => ({
      wall,
      ui,
      actions,
      openMenu: (ids) => ids.length > 0 && openMenu({ of: 'notes', ids, at: toPage(wall, ids[0] ?? '') }),
      moveTo: (ids) => void pickMove(actionContext, actions, ids),
      leave: () => surface.current?.querySelector<HTMLElement>('[data-zoom] button:not(:disabled)')?.focus(),
    }),
    [wall, ui, actions, actionContext, openMenu, surface],
  )
  const wasShift = useRef(false)
  const handlers = {
    ...presses,
    onKeyDown: (event: React.KeyboardEvent) => {
      wasShift.current = event.shiftKey
      if (isWriting(event.target) || wall.hand.held()) return
      if (pressKey(event.nativeEvent, keys)) event.preventDefault()
    },
    onCopy: (event: React.ClipboardEvent) => copyNotes(event, keys, false),
    onCut: (event: React.ClipboardEvent) => copyNotes(event, keys, true),
    onPaste: (event: React.ClipboardEvent) => pasteNotes(event, keys, wasShift.current, mayPicture),
    onFocus: (event: React.FocusEvent) => {
      const id = event.target.closest('[data-note-id]')?.getAttribute('data-note-id')
      if (id) wall.setCurrent(id)
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (event.pointerType === 'touch' || wall.hand.held()) return
      const [x, y] = boardPoint(wall, event)
      open.setPresence({ cursor: [Math.round(x), Math.round(y)] })
    },
    onPointerLeave: () => open.setPresence({ cursor: null }),
  }
  const mayLift = useCallback(
    (event: PointerEvent) => {
      const { tool, editing } = ui.get()
      if (isHand() || tool === 'link' || isWriting(event.target) || !actions.canWrite()) return false
      if (event.target instanceof Element && event.target.closest('button, a')) return false
      const id = noteAtEvent(wall, event)
      return id !== null && id !== editing
    },
    [wall, ui, actions, isHand],
  )
  return { session, handlers, mayLift, noClick }
}

const isWriting = (target: EventTarget | null) =>
  target instanceof Element && target.closest('textarea, input') !== null

/** dnd-kit lets go of a drag on Escape and has no other door for it. */
function cancelDrags(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { code: 'Escape', key: 'Escape' }))
}
