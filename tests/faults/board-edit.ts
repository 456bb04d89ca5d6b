import type * as Y from 'yjs'
import {
  addLinks,
  addNotes,
  ballotOf,
  boardRoots,
  castBallot,
  deleteNotes,
  moveNotes,
  notesOf,
  readBoard,
  writeText,
} from '../../packages/board/src/index.ts'

/** A board and the ballots of its people in one document, so that one run sees to both. */
export const boardAndBallots = { ...boardRoots, ballots: 'map' } as const
const dotsEach = 3

/** One thing that a person does, through the commands that the screens use; answers what it was. */
export function boardEdit(doc: Y.Doc, who: string, random: () => number, mayVote = false): string {
  const pick = (size: number) => Math.floor(random() * size)
  const ids = [...notesOf(doc).keys()]
  const [one, other] = [ids[pick(ids.length)], ids[pick(ids.length)]]
  const luck = random()
  if (one === undefined || other === undefined || luck < 0.2) {
    const note = { kind: 'vision-element', text: `by ${who}`, place: { x: pick(999), y: pick(999) } }
    addNotes(doc, [{ id: `n${pick(1e9)}`, ...note }])
    return 'adds a note'
  }
  if (luck < 0.5) {
    const before = readBoard(board, doc).notes.find(({ id }) => id === one)?.text ?? ''
    const [from, to] = [pick(before.length + 1), pick(before.length + 1)].sort((a, b) => a - b)
    const words = ['tide ', 'é', '🌊', 'မြစ်', ''][pick(5)]
    const kept = (random() < 0.3 && to !== undefined ? to : from) ?? 0
    writeText(doc, one, `${before.slice(0, from)}${words}${before.slice(kept)}`)
    return `types in ${one}`
  }
  if (luck < 0.7) {
    moveNotes(doc, [{ id: one, place: { x: pick(999), y: pick(999) } }])
    return `moves ${one}`
  }
  if (luck < 0.82 && one !== other) {
    addLinks(doc, [{ id: `l${pick(1e9)}`, kind: 'leads-to', from: one, to: other }])
    return `links ${one} to ${other}`
  }
  if (luck < 0.92) {
    if (!mayVote) return 'thinks'
    castBallot(doc, `vote-${who}`, { dots: { [one]: 1 + pick(dotsEach) } })
    return 'votes'
  }
  deleteNotes(doc, [one])
  return `deletes ${one}`
}

const board = { id: 'b', kind: 'vision-board', title: '' }

/** What may never be seen in anybody's copy, at no moment. Answers what is wrong. */
export function wrongIn(doc: Y.Doc): string[] {
  const { notes, links, leftOut } = readBoard(board, doc)
  const wrong = leftOut > 0 ? [`${leftOut} notes or links cannot be read`] : []
  for (const list of [notes, links])
    if (new Set(list.map(({ id }) => id)).size < list.length) wrong.push('an id stands twice')
  for (const vote of doc.getMap('ballots').keys()) {
    const ballot = ballotOf(doc, vote)
    const dots = ballot && 'dots' in ballot ? Object.values(ballot.dots) : [Number.NaN]
    const spent = dots.reduce((sum, count) => sum + count, 0)
    if (!(spent <= dotsEach)) wrong.push(`${vote} has ${spent} dots`)
  }
  return wrong
}
