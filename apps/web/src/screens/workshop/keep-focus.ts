import { canHave, type Held, holdOn, homeOf } from './focus-home.ts'
import { focusInto } from './regions.ts'

/** Whoever takes the focus on purpose has done so by then. */
const framesToOthers = 3
/** What is switched off while the server answers comes back within this. */
const patienceMs = 1_000
const mostBefore = 8
const inputs = ['keydown', 'pointerdown'] as const

/**
 * Nobody who works with keys is ever nowhere: when what has the focus goes away (it was pressed and is done, it
 * was somebody else's to take away), the focus goes to what stands in its place, else back to where it was before.
 */
export function keepFocus(): () => void {
  const { activeElement } = document
  let held: Held | null =
    activeElement instanceof HTMLElement && activeElement !== document.body ? holdOn(activeElement) : null
  let before: readonly Held[] = []
  let isLooking = false
  let isByKeys = false

  const isNowhere = () => document.activeElement === null || document.activeElement === document.body
  const look = (frames: number, since: number) => {
    requestAnimationFrame(() => {
      if (!held || !isNowhere()) isLooking = false
      else if (frames > 0) look(frames - 1, since)
      else if (canHave(held.element)) stop(() => held?.element.focus({ preventScroll: true }))
      else if (mayComeBack(held.element) && performance.now() - since < patienceMs) look(0, since)
      else stop(() => goHome([...before, held].flatMap((one) => one ?? []).reverse(), isByKeys))
    })
  }
  const stop = (act: () => void) => {
    isLooking = false
    act()
  }
  const begin = () => {
    if (isLooking || !held || !isNowhere()) return
    isLooking = true
    look(framesToOthers, performance.now())
  }

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    if (held) before = [...before, held].slice(-mostBefore)
    held = holdOn(target)
  }
  const onLeave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || target !== held?.element) return
    // Left on purpose, by a press elsewhere, unless it has gone or was switched off.
    requestAnimationFrame(() => {
      if (held && held.element === target && isNowhere() && canHave(held.element)) held = null
      else begin()
    })
  }
  const onInput = ({ type }: Event) => {
    isByKeys = type === 'keydown'
  }
  const watch = new MutationObserver(begin)
  watch.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('focusout', onLeave)
  for (const type of inputs) document.addEventListener(type, onInput, true)
  if (isNowhere() && navigator.userActivation?.hasBeenActive) arrive()
  return () => {
    watch.disconnect()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('focusout', onLeave)
    for (const type of inputs) document.removeEventListener(type, onInput, true)
  }
}

/** It is switched off, or drawn anew by code that is on its way: what has an id is the same thing then. */
const mayComeBack = ({ isConnected, id }: HTMLElement) =>
  isConnected || (id !== '' && document.getElementById(id) === null)

function goHome([lost, ...before]: readonly Held[], isByKeys: boolean): void {
  const back = () => {
    for (const one of before) {
      const home = canHave(one.element) ? one.element : homeOf(one, isByKeys)
      if (home) return home
    }
    return null
  }
  const home = (lost && homeOf(lost, isByKeys)) ?? back()
  if (!home) {
    if (isByKeys) focusInto(document.getElementById('board'))
    else arrive()
    return
  }
  home.focus({ preventScroll: true })
  // The wall moves by itself; what lies in a panel or a dialog is brought into sight.
  if (home.closest('aside, dialog')) home.scrollIntoView({ block: 'nearest' })
}

/**
 * Whoever has just come in by the door, or works by touch, stands before the board; a field in it would bring up a
 * phone's keyboard.
 */
function arrive(): void {
  const board = document.getElementById('board')
  if (!board) return
  board.tabIndex = -1
  board.focus({ preventScroll: true })
}
