import type { KeyboardEvent, RefObject } from 'react'
import { mayAskBefore } from '../actions/chain-ends.ts'
import { pick } from '../actions/pick.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { isPreferred } from '../session/preferences.ts'
import { orderedAmong, shifted } from './order.ts'
import type { OutlineSection } from './sections/section.ts'

/**
 * Keys in the outline, while a note has the focus: arrows go from note to note, Alt with arrows moves it,
 * F2 writes, Delete deletes; Mod+Z and friends everywhere. Single letters can be switched off.
 */
export function useOutlineKeys(
  root: RefObject<HTMLElement | null>,
  sections: readonly OutlineSection[],
): (event: KeyboardEvent) => void {
  const actions = useActions()
  const context = useActionContext()
  const { open, kind } = context

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    const isMod = event.ctrlKey || event.metaKey
    if (isMod && isHistoryKey(event, actions)) return event.preventDefault()
    const words =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note-words]') : null
    const id = words?.closest('[data-note-id]')?.getAttribute('data-note-id')
    if (!words || !id || isMod) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    const letter = isPreferred('no-single-keys') || event.altKey ? '' : latinLetter(event)
    if (by !== null && event.altKey) shift(id, by)
    else if (by !== null) stepFrom(root.current, words, by)
    else if (event.key === 'F2' || letter === 'e') actions.editNote(id)
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove([id])
    else if (letter === 'b' && mayAskBefore(kind, open.store.note(id)?.kind ?? '')) actions.askBefore(id)
    else if (letter === 'm' && actions.canWrite() && actions.isFree(id))
      pick(context, ({ pickMove }) => pickMove(context, actions, [id]))
    else if (letter === 'l' && actions.canWrite())
      pick(context, ({ pickLink }) => pickLink(context, actions, id))
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(words)
    else return
    event.preventDefault()
  }

  function shift(id: string, by: -1 | 1) {
    const section = sections.find((one) => one.notes.includes(id))
    const among = section ? orderedAmong(kind, open.store.note, section, id) : []
    const index = shifted(among, id, by)
    if (index !== null) actions.reorder(id, among, index)
  }

  return onKeyDown
}

/** Whether the keys were undo or redo, which are then done. */
function isHistoryKey(event: KeyboardEvent, actions: ReturnType<typeof useActions>): boolean {
  const letter = latinLetter(event)
  if (letter === 'z' && !event.shiftKey) actions.undo()
  else if (letter === 'y' || letter === 'z') actions.redo()
  else return false
  return true
}

/** The letter of a key, by its place on the keyboard where the layout writes another script. */
function latinLetter({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return /^Key[A-Z]$/.test(code) && !/^[\x20-\x7e]$/.test(key) ? code.slice(3).toLowerCase() : ''
}

function stepFrom(root: HTMLElement | null, from: HTMLElement, by: number) {
  const all = [...(root?.querySelectorAll<HTMLElement>('[data-note-words]') ?? [])]
  all[all.indexOf(from) + by]?.focus()
}

const openMenu = (words: HTMLElement) =>
  words.closest('[data-note-id]')?.querySelector<HTMLElement>('[data-note-menu] button')?.click()
