import type { Actions } from '../../actions/actions.ts'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import type { Direction } from '../../layouts/layout.ts'
import { center } from '../../layouts/shared/geometry.ts'
import { isPreferred } from '../../session/preferences.ts'
import { frameAll, toBoard, zoomAt, zoomStep } from '../camera/camera.ts'
import type { Wall } from '../wall-context.ts'
import { gripOf } from '../wall-points.ts'
import { focusNote } from './focus.ts'
import { inReadingOrder, neighbourOf, noteInDirection } from './neighbours.ts'
import { nudge } from './nudge.ts'
import { placeAt } from './place-at.ts'

export interface KeyContext {
  readonly wall: Wall
  readonly ui: BoardUiStore
  readonly actions: Actions
  /** Opens the menu of these notes, near the first of them. */
  openMenu(ids: readonly string[]): void
  /** "Move to ...": the menu way of dragging. */
  moveTo(ids: readonly string[]): void
  /** Leaves the board for what comes after it. */
  leave(): void
}
type Key = KeyboardEvent

/** One key on the board; true when it did something. Keys for words being written never come here. */
export function pressKey(event: Key, context: KeyContext): boolean {
  if (event.isComposing) return false
  if (event.ctrlKey || event.metaKey) return pressWithMod(event, context)
  return pressView(event, context) || pressNote(event, context) || pressLetter(event, context)
}

/** The notes that a command means: the chosen ones, else the focused one. */
export function meant({ wall, ui }: Pick<KeyContext, 'wall' | 'ui'>): readonly string[] {
  const { selection } = ui.get()
  const chosen = [...selection].filter((id) => wall.arranged().boxes.has(id))
  const current = focused(wall)
  return chosen.length > 0 ? chosen : current === null ? [] : [current]
}

/** The note that has the focus, not merely the tab stop. */
const focused = (wall: Wall): string | null =>
  document.activeElement?.closest('[data-note-id]') && wall.viewport()?.contains(document.activeElement)
    ? (document.activeElement.closest('[data-note-id]')?.getAttribute('data-note-id') ?? null)
    : null

function pressWithMod(event: Key, context: KeyContext): boolean {
  const { wall, ui, actions } = context
  switch (letterOf(event)) {
    case 'a':
      ui.select(wall.arranged().readingOrder)
      return true
    case 'z':
      if (event.shiftKey) actions.redo()
      else actions.undo()
      return true
    case 'y':
      actions.redo()
      return true
    case 'd': {
      const copies = actions.duplicate(meant(context))
      if (copies.length > 0) ui.select(copies)
      return true
    }
    default:
      return false
  }
}

/** Zoom and fit. Shift and a digit are matched by the key's place: what they print differs by keyboard. */
function pressView(event: Key, { wall, ui }: KeyContext): boolean {
  const { camera } = wall
  const size = camera.size()
  const middle = [size.w / 2, size.h / 2] as const
  if (event.shiftKey && event.code === 'Digit1') {
    camera.glide(frameAll(wall.arranged().bounds, size, camera.insets()))
    return true
  }
  if (event.shiftKey && event.code === 'Digit2') {
    const rect = boundsOf(wall, [...ui.get().selection])
    if (rect) camera.glide(frameAll(rect, size, camera.insets()))
    return true
  }
  if (event.shiftKey && event.code === 'Digit0') {
    camera.glide(zoomAt(camera.view(), middle, 1))
    return true
  }
  if (!mayUseSingleKeys()) return false
  if (event.key === '+' || event.key === '=' || event.key === '-') {
    camera.glide(zoomAt(camera.goal(), middle, zoomStep(camera.goal().zoom, event.key === '-' ? -1 : 1)))
    return true
  }
  return false
}

export function boundsOf(wall: Wall, ids: readonly string[]) {
  const boxes = ids.flatMap((id) => wall.arranged().boxes.get(id) ?? [])
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.w))
  const bottom = Math.max(...boxes.map((box) => box.y + box.h))
  return { x: x - 40, y: y - 40, w: right - x + 80, h: bottom - y + 80 }
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** Walking, moving, editing and deleting. */
function pressNote(event: Key, context: KeyContext): boolean {
  const { wall, ui, actions } = context
  const current = focused(wall)
  const direction = arrows[event.key]
  if (direction) return pressArrow(event, direction, context)
  switch (event.key) {
    case 'Tab': {
      const next = current === null ? null : inReadingOrder(wall.arranged(), current, event.shiftKey ? -1 : 1)
      if (next === null) return false
      focusNote(wall, next)
      return true
    }
    case 'Enter':
    case 'F2': {
      const [first] = meant(context)
      if (first === undefined) return false
      if (event.altKey) actions.openNote(first)
      else actions.editNote(first)
      return true
    }
    case ' ':
      if (!event.shiftKey || current === null) return false
      ui.select([current], { toggle: true })
      return true
    case 'Delete':
    case 'Backspace': {
      const ids = meant(context)
      if (ids.length === 0) return false
      const after = neighbourAfter(wall, ids)
      actions.remove(ids)
      if (after !== null) focusNote(wall, after)
      return true
    }
    case 'ContextMenu':
      context.openMenu(meant(context))
      return true
    case 'F10':
      if (!event.shiftKey) return false
      context.openMenu(meant(context))
      return true
    case 'Escape':
      return pressEscape(context, current)
    default:
      return false
  }
}

/** Escape goes one step back: linking, a tool, the choice, and at last off the board. */
function pressEscape({ ui, leave }: KeyContext, current: string | null): boolean {
  const { linking, tool, selection } = ui.get()
  if (linking) ui.set({ linking: null })
  else if (tool !== 'select') ui.set({ tool: 'select' })
  else if (selection.size > 0) ui.select([])
  else if (current !== null) leave()
  else return false
  return true
}

function pressArrow(event: Key, direction: Direction, context: KeyContext): boolean {
  const { wall, ui } = context
  const current = focused(wall)
  const isWalking =
    event.altKey ||
    gripOf(wall).neighbour !== undefined ||
    !(current !== null && ui.get().selection.has(current))
  if (!isWalking && nudge(context, direction, event.shiftKey)) return true
  if (current === null) {
    const first = wall.current() ?? wall.arranged().readingOrder[0]
    if (first !== undefined) focusNote(wall, first)
    return first !== undefined
  }
  const next = event.altKey
    ? noteInDirection(wall.arranged(), current, direction)
    : neighbourOf(wall, current, direction)
  if (next === null) return true
  const wasChosen = ui.get().selection.has(current)
  focusNote(wall, next, wasChosen ? { select: true, ui } : {})
  return true
}

function neighbourAfter(wall: Wall, ids: readonly string[]): string | null {
  const order = wall.arranged().readingOrder
  const gone = new Set(ids)
  const last = Math.max(...ids.map((id) => order.indexOf(id)))
  return (
    order.slice(last + 1).find((id) => !gone.has(id)) ??
    order.slice(0, last).findLast((id) => !gone.has(id)) ??
    null
  )
}

/** Letters, which a person can switch off. */
function pressLetter(event: Key, context: KeyContext): boolean {
  if (event.altKey || !mayUseSingleKeys()) return false
  const { wall, ui, actions } = context
  const [first] = meant(context)
  switch (letterOf(event)) {
    case 'v':
      ui.set({ tool: 'select', linking: null })
      return true
    case 'h':
      ui.set({ tool: 'hand' })
      return true
    case 'n':
      addHere(context)
      return true
    case 'l':
      if (first !== undefined) ui.set({ linking: { from: first, kind: null } })
      else ui.set({ tool: 'link' })
      return true
    case 'm':
      if (first !== undefined) context.moveTo(meant(context))
      return first !== undefined
    case 'b':
      if (first === undefined || wall.input().kind.layout.engine !== 'timeline') return false
      actions.askBefore(first)
      return true
    default:
      return false
  }
}

/** A new note beside the focused one, or in the middle of what is in sight, with the caret in it. */
function addHere({ wall, actions }: KeyContext): void {
  const { camera } = wall
  const { w, h } = camera.size()
  const current = focused(wall)
  const box = current === null ? undefined : wall.arranged().boxes.get(current)
  const point = box ? ([center(box)[0], box.y + box.h + 40] as const) : toBoard(camera.view(), [w / 2, h / 2])
  const place = placeAt(wall, point)
  actions.addNote(place ? { place, edit: true } : { edit: true })
}

const mayUseSingleKeys = () => !isPreferred('no-single-keys')

/** The Latin letter of a key, also on keyboards that print other scripts. */
export function letterOf({ key, code }: Pick<Key, 'key' | 'code'>): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const isOtherLetter = /^\p{L}$/u.test(key)
  return isOtherLetter && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null
}
