import { type ColorName, linesOf, type Note } from '@vispera/board'
import type { Field, Kind } from '@vispera/kinds'
import type { Words } from '../../i18n/use-words.ts'
import { pictureRatio } from '../../pictures/picture-size.ts'
import { cardWords } from '../../pictures/picture-words.ts'
import { colorOf } from './color-of.ts'
import { lineHeight, type Measure } from './measure.ts'
import { type as faces } from './type.ts'

/** A short fact on a card, over the words or under them. `icon` is a name that the card knows to draw. */
export interface CardFact {
  readonly text: string
  readonly icon?: string
  /** Stands in the place of the fact with this icon. */
  readonly instead?: string
}

/** What stands on a note's card beside its words. */
export interface Card {
  readonly color: ColorName
  /** A heavy key line: the note is marked as something to aim for. */
  readonly strong: boolean
  readonly badge: CardFact | null
  readonly foot: readonly CardFact[]
}

/** Reads a card off a note: the fields that its kind shows on cards, and what other boards say of it. */
export function cardOf(note: Note, kind: Kind, words: Words, chips: readonly CardFact[] = []): Card {
  const noteKind = kind.noteKinds.find((one) => one.id === note.kind)
  const shown = noteKind?.fields.filter((field) => field.card && !field.sensitive) ?? []
  let badge: CardFact | null = null
  let strong = false
  const foot: CardFact[] = []
  for (const field of shown) {
    const fact = factOf(note, field, words)
    if (!fact) continue
    if (field.card === 'badge') {
      badge ??= fact
      strong ||= field.type.type === 'bool'
    } else foot.push(fact)
  }
  if (note.keepSeparate) foot.push({ icon: 'apart', text: words.t('surface.note.keptApart') })
  const replaced = new Set(chips.map(({ instead }) => instead))
  const own = foot.filter(({ icon }) => icon === undefined || !replaced.has(icon))
  return {
    color: colorOf(note, kind),
    strong,
    badge,
    foot: [...chips.filter(instead), ...own, ...chips.filter(more)],
  }
}

const instead = (fact: CardFact) => fact.instead !== undefined
const more = (fact: CardFact) => fact.instead === undefined

/** One field as a short fact; null when it is empty. */
export function factOf(note: Note, field: Field, words: Words): CardFact | null {
  const value = note.fields[field.id]
  switch (field.type.type) {
    case 'bool':
      return value === true ? { icon: 'flag', text: words.t(`field.${note.kind}.${field.id}`) } : null
    case 'enum':
      return typeof value === 'string' && field.type.options.includes(value)
        ? { icon: value, text: words.t(`option.${note.kind}.${field.id}.${value}`) }
        : null
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? { text: value.trim() } : null
    case 'lines': {
      const lines = linesOf(value)
      return lines.length > 0 ? { text: lines.join(' · ') } : null
    }
    case 'fuzzyDate': {
      const text = dateWords(value)
      return text === '' ? null : { icon: 'date', text }
    }
    case 'int':
      return typeof value === 'number' ? { text: words.number(value) } : null
    case 'tally':
      return null
  }
}

/** What people typed for a date. */
export function dateWords(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return ''
  const { label, value: exact } = value as { label?: unknown; value?: unknown }
  if (typeof label === 'string' && label.trim() !== '') return label.trim()
  return typeof exact === 'string' ? exact : ''
}

/** Padding and mark of the card, as `NoteCard` sets them. */
const pad = { x: 0.75, y: 1.15 }
const notch = 1.32
/** A picture stands flush with the card's edges, with a gap under it. */
const pictureGap = 0.5 - 0.55

/** How tall a card stands in `width`, in board units. */
export function cardHeight(
  note: Note,
  card: Card,
  width: number,
  measure: Measure,
  {
    least = 0,
    strongWords = false,
    withPicture = false,
  }: { least?: number; strongWords?: boolean; withPicture?: boolean } = {},
): number {
  const style = strongWords ? faces.noteStrong : faces.note
  const room = width - 2 * pad.x * style.size
  const badge = card.badge ? measure.height(card.badge.text, room - 50, faces.kind) : 0
  const words = measure.height(cardWords(note), room, style, card.badge ? 0 : notch * style.size)
  const picture = withPicture && note.media ? width / pictureRatio(note.media) + pictureGap * style.size : 0
  return Math.max(
    least,
    Math.ceil(pad.y * style.size + picture + badge + words + footHeight(note, card, room, measure)),
  )
}

function footHeight(note: Note, card: Card, room: number, measure: Measure): number {
  const states =
    Number(note.late === true) + Number(note.sensitivity !== undefined && note.sensitivity !== 'normal')
  if (card.foot.length + states === 0) return 0
  let lines = 1
  let left = room - states * 120
  for (const fact of card.foot) {
    const icon = fact.icon ? 22 : 0
    const needs = measure.width(fact.text, faces.foot) + icon
    if (needs > left && left < room) {
      lines++
      left = room
    }
    if (needs > room) lines += measure.lines(fact.text, room - icon, faces.foot) - 1
    left -= needs + 10
  }
  return lines * lineHeight(card.foot[0]?.text ?? '', faces.foot) + 4
}
