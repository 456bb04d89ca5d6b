import { useMemo } from 'react'
import { shortWords } from '../actions/action-context.ts'
import { type LinkedNote, useAllLinkedNotes } from '../actions/linked-notes.ts'
import { useNoteExtra, withExtraFacts } from '../board-ui/note-extras.ts'
import { useWords, type Words } from '../i18n/use-words.ts'
import type { CardFact } from '../layouts/shared/card.ts'
import { spokenNumber } from '../outline/sections/plan-numbers.ts'

/** The chips of a note's links to other boards, in few words. */
export function chipFacts(linked: readonly LinkedNote[], words: Words): CardFact[] {
  const groups = new Map<string, LinkedNote[]>()
  for (const one of linked) {
    const group = `${one.link.kind} ${one.isFromHere} ${one.kind ?? one.state}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  const facts = [...groups.values()].flatMap((group) => groupFacts(group, words))
  // While boards are on their way, several links may say no more than the board's name.
  return facts.filter((fact, at) => facts.findIndex((one) => one.text === fact.text) === at)
}

function groupFacts(group: readonly LinkedNote[], words: Words): CardFact[] {
  const { t, locale } = words
  const kind = group[0]?.kind
  const numbers = group.flatMap((one) => one.number ?? [])
  if (kind && numbers.length === group.length) {
    const name = t(numbers.length > 1 ? `noteKind.${kind}.plural` : `noteKind.${kind}`).toLocaleLowerCase(
      locale,
    )
    const sorted = numbers.toSorted(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1),
    )
    return [
      {
        icon: 'link',
        text: t('outline.chip.numbers', {
          kind: name,
          numbers: sorted.map((number) => spokenNumber(number, words)).join(t('outline.comma')),
        }),
      },
    ]
  }
  if (kind && group.length > 1) {
    const name = t(`noteKind.${kind}.plural`).toLocaleLowerCase(locale)
    return [{ icon: 'link', text: t('outline.chip.count', { count: group.length, kind: name }) }]
  }
  return group.map((one) => chipOf(one, words))
}

function chipOf(one: LinkedNote, { t }: Words): CardFact {
  const board = one.board ?? t('outline.chip.noBoard')
  if (one.state === 'protected') return { icon: 'sensitive', text: t('outline.chip.protected') }
  const said = one.text === null ? '' : shortWords({ text: one.text, kind: one.kind ?? 'question' }, t, 40)
  if (one.state === 'removed') return { icon: 'removed', text: t('outline.chip.removed', { words: said }) }
  if (one.text === null || one.text.trim() === '') return { icon: 'link', text: board }
  // A board made for a note is often called after it.
  if (one.state === 'live' && board === said) return { icon: 'link', text: board }
  const state = one.state === 'changed' ? 'outline.chip.changed' : 'outline.chip.live'
  return { icon: one.state === 'changed' ? 'changed' : 'link', text: t(state, { board, words: said }) }
}

/** The chips of every note of the board that has links to other boards. */
export function useChips(): ReadonlyMap<string, readonly CardFact[]> {
  const linked = useAllLinkedNotes()
  const words = useWords()
  const more = useNoteExtra((extras) => extras.facts)
  return useMemo(
    () => withExtraFacts(new Map([...linked].map(([id, all]) => [id, chipFacts(all, words)])), more),
    [linked, words, more],
  )
}
