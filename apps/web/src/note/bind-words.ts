import { type History, notesOf, settingsOf, writeSettingText, writeText } from '@vispera/board'
import * as Y from 'yjs'
import { applySplice, moveIndex, rebase, type Splice, spliceBetween } from './merge-words.ts'

/** One text that people write in together: a note's words, one of its fields, or a setting of the board. */
export interface SharedText {
  read(): string
  write(text: string): void
  /** Wakes when the text may have become another, whoever did it; with the edits, one after the other, if known. */
  observe(listener: (edits: readonly Splice[]) => void): () => void
}

/** A note's words (`text`) or one of its text fields. */
export function noteText(doc: Y.Doc, id: string, field: string, history: History): SharedText {
  const notes = notesOf(doc)
  const value = () => notes.get(id)?.get(field)
  return {
    read: () => asText(value()),
    write(text) {
      if (notes.has(id)) history.type((origin) => writeText(doc, id, text, field, origin))
    },
    observe: (listener) => observe(notes, value, listener),
  }
}

/** Words of the board itself. */
export function settingText(doc: Y.Doc, key: string, history: History): SharedText {
  const settings = settingsOf(doc)
  const value = () => settings.get(key)
  return {
    read: () => asText(value()),
    write: (text) => history.type((origin) => writeSettingText(doc, key, text, origin)),
    observe: (listener) => observe(settings, value, listener),
  }
}

const asText = (value: unknown): string =>
  value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : ''

function observe(
  map: Pick<Y.Map<unknown>, 'observeDeep' | 'unobserveDeep'>,
  text: () => unknown,
  listener: (edits: readonly Splice[]) => void,
): () => void {
  const wake = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const event = events.find((one) => one.target === text())
    listener(event ? splicesOf(event.delta) : [])
  }
  map.observeDeep(wake)
  return () => map.unobserveDeep(wake)
}

/** A Yjs delta as edits, each on the text that the one before has left. */
function splicesOf(delta: Y.YEvent<Y.AbstractType<unknown>>['delta']): Splice[] {
  let at = 0
  return delta.flatMap(({ retain, insert, delete: removed }) => {
    at += retain ?? 0
    if (typeof insert === 'string') {
      at += insert.length
      return [{ at: at - insert.length, removed: 0, inserted: insert }]
    }
    return removed ? [{ at, removed, inserted: '' }] : []
  })
}

type Field = Pick<
  HTMLTextAreaElement,
  | 'value'
  | 'selectionStart'
  | 'selectionEnd'
  | 'setSelectionRange'
  | 'addEventListener'
  | 'removeEventListener'
>

/**
 * Binds a field to a shared text: what is typed goes in as small edits, what others write comes in around the
 * caret. While somebody is composing (IME) nothing is written and the field is not touched; afterwards both
 * are put together. Answers how to let go.
 */
export function bindWords(
  field: Field,
  text: SharedText,
  onChange: (value: string) => void = () => {},
): () => void {
  /** The shared text as this field last knew it. */
  let known = text.read()
  let isComposing = false
  /** A text that is only now begun is there empty for a moment: nothing to show, and nowhere to send the caret. */
  let isWriting = false
  let missed: Splice[] = []
  let start = known

  const show = (value: string, selection: readonly [number, number]) => {
    if (field.value !== value) {
      field.value = value
      field.setSelectionRange(...selection)
    }
    onChange(value)
  }
  const write = (value: string) => {
    known = value
    isWriting = true
    try {
      text.write(value)
    } finally {
      isWriting = false
    }
  }
  const onInput = () => {
    if (isComposing || field.value === known) return
    write(field.value)
    onChange(field.value)
  }
  const onShared = (edits: readonly Splice[]) => {
    const now = text.read()
    if (now === known || isWriting) return
    const splices = edits.reduce(applySplice, known) === now ? edits : [spliceBetween(known, now)]
    known = now
    if (isComposing) missed.push(...splices)
    else show(now, [moved(field.selectionStart, splices), moved(field.selectionEnd, splices)])
  }
  const onCompositionStart = () => {
    isComposing = true
    missed = []
    start = known
  }
  const onCompositionEnd = () => {
    isComposing = false
    const mine = spliceBetween(start, field.value)
    const merged = applySplice(known, rebase(mine, missed))
    if (merged !== known) write(merged)
    show(merged, [moved(field.selectionStart, missed), moved(field.selectionEnd, missed)])
    missed = []
  }

  show(known, [known.length, known.length])
  const stop = text.observe(onShared)
  field.addEventListener('input', onInput)
  field.addEventListener('compositionstart', onCompositionStart)
  field.addEventListener('compositionend', onCompositionEnd)
  return () => {
    // A field that goes away mid-composition keeps what was composed so far.
    if (isComposing) onCompositionEnd()
    stop()
    field.removeEventListener('input', onInput)
    field.removeEventListener('compositionstart', onCompositionStart)
    field.removeEventListener('compositionend', onCompositionEnd)
  }
}

const moved = (index: number, splices: readonly Splice[]): number =>
  splices.reduce((at, splice) => moveIndex(at, splice), index)
