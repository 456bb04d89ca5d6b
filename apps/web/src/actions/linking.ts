import { addCrossLink, addLinks, deleteLinks, editLink, type LinkFields } from '@vispera/board'
import { isFixedNote } from '@vispera/kinds'
import { kindAtHand } from '../board-ui/kinds-at-hand.ts'
import { type ActionContext, boardOf, did, shortWords } from './action-context.ts'
import type { Actions } from './actions.ts'
import { knotOf } from './chain-rules.ts'
import { decideDrop, mayLink } from './drop.ts'
import { lastKnownTexts } from './last-known.ts'

type Linking = Pick<Actions, 'link' | 'unlink' | 'editLink' | 'linkAcross' | 'unlinkAcross' | 'decideDrop'>

export function linkingActions(context: ActionContext): Linking {
  const { open, kind, session, t, say, toast, ask } = context
  const chain = kind.layout.engine === 'timeline' ? kind.layout.chain : null
  const words = (id: string) => shortWords(open.store.note(id), t)

  /** Adds links and takes others away, as one step. */
  function relink(add: readonly LinkFields[], remove: readonly string[]): boolean {
    return did(context, (origin) => {
      open.doc.transact(() => {
        deleteLinks(open.doc, remove, origin)
        addLinks(open.doc, add, origin)
      }, origin)
    })
  }

  function linkNow(linkKind: string, from: string, to: string) {
    if (relink([{ kind: linkKind, from, to }], []))
      say(t('outline.said.linked', { from: words(from), verb: t(`link.${linkKind}`), to: words(to) }))
  }

  return {
    link(linkKind, from, to) {
      if (!mayLink(kind, boardOf(context), linkKind, from, to)) {
        toast({ message: t('outline.refused.link') })
        return
      }
      const knot = chain?.link === linkKind ? knotOf(boardOf(context).links, linkKind, from, to) : null
      if (!knot || !session.canWrite()) return linkNow(linkKind, from, to)
      const canMoveAlong = !isFixedNote(kind, from) && knot.above.length > 0
      void ask({
        form: 'choice',
        title: t('outline.knot.title'),
        body: [
          t('outline.knot.would', { from: words(from), to: words(to) }),
          ...knot.blocking.map((link) =>
            t('outline.knot.needs', { from: words(link.from), to: words(link.to) }),
          ),
        ],
        answers: [
          ...(canMoveAlong
            ? [
                {
                  id: 'along',
                  label: t('outline.knot.swap'),
                  hint: t('outline.knot.swapHint', { to: words(to) }),
                },
              ]
            : []),
          { id: 'drop', label: t('outline.knot.drop', { count: knot.blocking.length }) },
        ],
      }).then((answer) => {
        const remove = knot.blocking.map((link) => link.id)
        const fresh = { kind: linkKind, from, to }
        if (answer === 'drop') relink([fresh], remove)
        if (answer !== 'along') return
        // What stood behind `to` takes its place: whatever needed `to` now needs that, and so on down to it.
        const moved = knot.above.flatMap((above) =>
          knot.blocking.map((link) => ({ kind: linkKind, from: above.from, to: link.to })),
        )
        relink([fresh, ...moved], [...remove, ...knot.above.map((link) => link.id)])
      })
    },

    unlink(linkId) {
      const link = open.store.links().get(linkId)
      if (link && relink([], [linkId]))
        say(t('outline.said.unlinked', { from: words(link.from), to: words(link.to) }))
    },

    linkAcross(linkKind, from, to) {
      const ends = [from, to].map((ref) => ({ ref, held: session.openBoard(ref.board) }))
      const [here, there] = ends.map(({ ref, held }) => ({
        kind: held ? kindAtHand(held.board.entry.kind) : undefined,
        note: held?.board.store.note(ref.note),
        board: held?.board.entry,
      }))
      const lastKnown = lastKnownTexts(here, there)
      const link = { kind: linkKind, from, to, ...(lastKnown ? { lastKnown } : {}) }
      const done = did(context, (origin) => addCrossLink(session.threads, link, origin))
      const other = ends.find(({ ref }) => ref.board !== open.entry.id)?.held?.board.entry.title
      if (done && other) say(t('outline.said.linkedAcross', { board: other }))
      for (const { held } of ends) held?.release()
    },

    editLink: (linkId, edit) => did(context, (origin) => editLink(open.doc, linkId, edit, origin)),

    unlinkAcross: (linkId) => did(context, (origin) => deleteLinks(session.threads, [linkId], origin)),

    decideDrop: (ids, target) => decideDrop(kind, boardOf(context), ids, target),
  }
}
