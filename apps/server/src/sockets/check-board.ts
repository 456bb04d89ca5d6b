import {
  isCommonKey,
  isCommonValue,
  linksOf,
  mayLead,
  notesOf,
  type Role,
  readLink,
  readNote,
  settingsOf,
} from '@vispera/board'
import { isFixedNote, type Kind } from '@vispera/kinds'
import type { Check, ClientChange, Violation } from '@vispera/sync'
import * as Y from 'yjs'
import { keepWords } from './keep-words.ts'

/** Far beyond any board that a group can oversee; what comes beyond is a script. */
const mostNotes = 20_000
const mostLinks = 40_000
const mostSettings = 1_000

const lockPrefix = 'locked.'

/** What the rules need to know of a board beside its document. */
export interface BoardStanding {
  /** Null where it is not known just now. */
  kind(): Kind | null
  roleOf(session: ClientChange['session']): Role | null
}

/**
 * What a board does not let stand of a client's change, whoever sends it: what nobody could read afterwards,
 * the words of a card that the group has settled, a card of the method that is taken away, and numbers that no
 * group reaches. Screens do none of it, except late: somebody was offline while a card was settled.
 */
export function checkBoard(standing: BoardStanding): Check {
  return (change) => {
    const { doc, changed } = change
    const notes = notesOf(doc) as Y.Map<unknown>
    const found: Violation[] = []
    for (const [type, keys] of changed) {
      const shared: unknown = type
      const item = type._item
      if (item?.deleted) continue
      if (shared === notes) found.push(...checkNotes(change, notes, keys, standing))
      else if (shared === linksOf(doc)) found.push(...checkLinks(change, linksOf(doc), keys))
      else if (shared === settingsOf(doc))
        found.push(...checkSettings(change, settingsOf(doc), keys, standing))
      else if (shared instanceof Y.Map && isSame(item?.parent, notes))
        found.push(...checkNote(doc, item?.parentSub ?? '', shared, keys, standing))
      else found.push(...checkText(doc, notes, item, standing))
    }
    return found
  }
}

type Keys = ReadonlySet<string | null>

function* checkNotes(change: ClientChange, notes: Y.Map<unknown>, keys: Keys, { kind }: BoardStanding) {
  const isFull = hasMoreThan(notes, mostNotes)
  for (const id of namesIn(keys)) {
    const isKept = isFixed(kind, id) || isSettled(change.doc, id)
    if (!notes.has(id)) {
      if (isKept && change.had(notes, id))
        yield { map: notes, key: id, reason: 'a card of the board was deleted' }
    } else if (readNote(id, notes.get(id)) === null) {
      yield { map: notes, key: id, reason: 'a note that nobody can read' }
    } else if (change.had(notes, id)) {
      if (isKept) yield { map: notes, key: id, reason: 'a card of the board was replaced' }
    } else if (isFull) yield { map: notes, key: id, reason: 'too many notes' }
  }
}

function* checkLinks({ had }: ClientChange, links: Y.Map<unknown>, keys: Keys) {
  const isFull = hasMoreThan(links, mostLinks)
  for (const id of namesIn(keys)) {
    if (!links.has(id)) continue
    if (readLink(id, links.get(id)) === null)
      yield { map: links, key: id, reason: 'a link that nobody can read' }
    else if (isFull && !had(links, id)) yield { map: links, key: id, reason: 'too many links' }
  }
}

function* checkSettings(
  { session, had }: ClientChange,
  map: Y.Map<unknown>,
  keys: Keys,
  { roleOf }: BoardStanding,
) {
  const isFull = hasMoreThan(map, mostSettings)
  for (const key of namesIn(keys)) {
    const role = key.startsWith(lockPrefix) ? roleOf(session) : null
    if (role && !mayLead(role)) yield { map, key, reason: 'a lock that is not theirs' }
    else if (isFull && map.has(key) && !had(map, key)) yield { map, key, reason: 'too many settings' }
  }
}

function* checkNote(doc: Y.Doc, id: string, map: Y.Map<unknown>, keys: Keys, { kind }: BoardStanding) {
  for (const key of namesIn(keys)) {
    if (!isReadable(map, key)) yield { map, key, reason: 'a note that nobody can read' }
    else if (key === 'text' && isSettled(doc, id)) yield { map, key, reason: 'settled words were changed' }
    else if ((key === 'kind' || key === 'place') && isFixed(kind, id))
      yield { map, key, reason: 'a card of the board was moved' }
  }
}

/** Words inside a note's text. What was written into settled ones is not lost: it becomes a note of its own. */
function* checkText(doc: Y.Doc, notes: Y.Map<unknown>, item: Y.Item | null, { kind }: BoardStanding) {
  const map = item?.parent
  if (!item || !(map instanceof Y.Map) || !isSame(map._item?.parent, notes) || item.parentSub !== 'text')
    return
  const id = map._item?.parentSub ?? ''
  if (!isSettled(doc, id)) return
  const words = wordsOf(map)
  yield {
    map: map as Y.Map<unknown>,
    key: 'text',
    reason: 'settled words were changed',
    instead: () => keepWords(doc, kind(), words, wordsOf(map)),
  }
}

const wordsOf = (note: Y.Map<unknown>) => String(note.get('text') ?? '')

const isFixed = (kind: () => Kind | null, note: string) => {
  const known = kind()
  return known !== null && isFixedNote(known, note)
}

const isSame = (one: unknown, other: unknown) => one === other

const isSettled = (doc: Y.Doc, note: string) => settingsOf(doc).get(lockPrefix + note) === true

function isReadable(note: Y.Map<unknown>, key: string): boolean {
  if (!note.has(key)) return key !== 'kind' && key !== 'text'
  const value = note.get(key)
  return !isCommonKey(key) || isCommonValue(key, value instanceof Y.Text ? value.toString() : value)
}

const namesIn = (keys: Keys) => [...keys].filter((key) => key !== null)

// Yjs counts one by one; deleted keys count in the first look only.
const hasMoreThan = (map: Y.Map<unknown>, most: number) => map._map.size > most && map.size > most
