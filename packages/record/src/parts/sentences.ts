import type { CrossLink, Link, Note } from '@vispera/board'
import type { Block, Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { quoted } from '../document/naming.ts'
import { compare } from '../document/note-lists.ts'
import { ownRun } from '../words/runs.ts'

/** Links of some kinds on one board, each as a sentence. */
export function writeSentences(context: RecordContext, view: BoardView, kinds: readonly string[]): Block[] {
  const links = view.links.filter(
    (link) => kinds.includes(link.kind) && !context.ledger.isLinkPrinted(link.id),
  )
  const rank = (link: Link) => kinds.indexOf(link.kind)
  const sorted = links.sort((a, b) => rank(a) - rank(b) || compare(a.id, b.id))
  const title = context.words.text(isPairing(view, kinds) ? 'record.pairs.title' : 'record.links.title')
  return section(context.words.run(title), sentences(linkSentences(context, view, sorted)))
}

/** Whether these links are the ones between the items of a grid. */
const isPairing = (view: BoardView, kinds: readonly string[]): boolean => {
  const layout = view.kind?.layout
  if (layout?.engine !== 'grid') return false
  return kinds.some((id) =>
    view.kind?.linkKinds.some((link) => link.id === id && link.from.includes(layout.item)),
  )
}

export function linkSentences(context: RecordContext, view: BoardView, links: readonly Link[]): Line[] {
  return links.flatMap((link) => {
    const from = view.notes.get(link.from)
    const to = view.notes.get(link.to)
    return from && to ? [linkSentence(context, link, from, to)] : []
  })
}

/** One link as a sentence, with what people added to it. Counts as printed. */
export function linkSentence(context: RecordContext, link: Link | CrossLink, from: Note, to: Note): Line {
  const { words, ledger } = context
  ledger.printLink(link.id)
  const ends = { from: quoted(context, from), to: quoted(context, to) }
  const sentence = words.has(`link.${link.kind}.sentence`)
    ? words.line(`link.${link.kind}.sentence`, ends)
    : words.line('record.link.sentence', { ...ends, link: words.label(`link.${link.kind}`, link.kind) })
  const timed =
    link.timing === undefined
      ? sentence
      : words.line('record.link.withNote', {
          sentence,
          note: words.text(`record.link.timing.${link.timing}`),
        })
  const flagged = link.shaky === true ? words.line('record.hanging.shaky', { link: timed }) : timed
  const why = link.why?.trim() ?? ''
  if (why === '') return flagged
  return [
    ...flagged,
    words.run('. '),
    ...words.line('record.link.why', { why: ownRun(why, undefined, words.dir) }),
  ]
}
