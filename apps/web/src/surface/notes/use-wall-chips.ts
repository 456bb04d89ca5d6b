import { useMemo, useRef } from 'react'
import { type LinkedNote, useAllLinkedNotes } from '../../actions/linked-notes.ts'
import { useNoteExtra, withExtraFacts } from '../../board-ui/note-extras.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import type { CardFact } from '../../layouts/shared/card.ts'
import { groupBy } from '../../layouts/shared/group-by.ts'
import { chipFacts } from '../../note/chip-facts.ts'

/**
 * What links to other boards say on cards, in few words: a wall has no room for other notes' sentences, so
 * single live links are counted by kind. The same object while they say the same.
 */
export function useWallChips(): ReadonlyMap<string, readonly CardFact[]> {
  const linked = useAllLinkedNotes()
  const words = useWords()
  const more = useNoteExtra((extras) => extras.facts)
  const chips = useMemo(
    () => withExtraFacts(new Map([...linked].map(([id, all]) => [id, wallChips(all, words)])), more),
    [linked, words, more],
  )
  const steady = useRef(chips)
  if (steady.current !== chips && !isSame(steady.current, chips)) steady.current = chips
  return steady.current
}

function wallChips(linked: readonly LinkedNote[], words: Words): CardFact[] {
  const isPlain = (one: LinkedNote) => one.state === 'live' && one.number === null && one.kind !== null
  const counted = groupBy(linked.filter(isPlain), (one) => one.kind ?? '')
  const counts = [...counted].map(([kind, all]): CardFact => {
    const name = words.t(`noteKind.${kind}${all.length > 1 ? '.plural' : ''}`).toLocaleLowerCase(words.locale)
    return { icon: 'link', text: words.t('surface.chip.count', { count: all.length, kind: name }) }
  })
  const rest = linked.filter((one) => !isPlain(one))
  return [...counts, ...chipFacts(rest, words)]
}

const isSame = (a: ReadonlyMap<string, readonly CardFact[]>, b: typeof a): boolean =>
  a.size === b.size && [...b].every(([id, facts]) => JSON.stringify(a.get(id)) === JSON.stringify(facts))
