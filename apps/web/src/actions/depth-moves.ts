import { deleteLinks, editNotes } from '@vispera/board'
import { type ActionContext, derivedNow, did, freeIds, shortWords } from './action-context.ts'
import type { Actions } from './actions.ts'
import { planDepth } from './chain-rules.ts'

/** Drawing a step nearer to victory or to today. */
export function depthActions(context: ActionContext): Pick<Actions, 'moveToDepth'> {
  const { open, kind, t, say, toast, ask } = context
  const chain = kind.layout.engine === 'timeline' ? kind.layout.chain : null
  /** What victory needs directly stands behind the instant before, where there is one. */
  function depthsNow(): Record<string, number> {
    const depths = (derivedNow(context).depth ?? {}) as Record<string, number>
    if (!chain) return depths
    const ends = open.store.note(chain.before) ? 1 : 0
    return { ...depths, [chain.end]: ends, [chain.before]: ends }
  }

  return {
    moveToDepth(id, depth) {
      if (!chain) return
      if (freeIds(context, [id]).length === 0) return toast({ message: t('outline.refused.fixed') })
      const depths = depthsNow()
      const links = [...open.store.links().values()]
      const minDepths = new Map<string, number>()
      for (const note of open.store.notes().values()) {
        const value = note.fields[chain.minDepth]
        if (typeof value === 'number') minDepths.set(note.id, value)
      }
      const plan = planDepth(links, chain.link, depths, minDepths, id, depth)
      const write = (values: ReadonlyMap<string, number | null>) =>
        did(context, (origin) =>
          open.doc.transact(() => {
            for (const [one, value] of values)
              editNotes(open.doc, [one], { fields: { [chain.minDepth]: value } }, origin)
          }, origin),
        )
      if (plan.is === 'free') {
        write(plan.minDepths)
        say(t('outline.said.depth', { depth }))
        return
      }
      const words = (one: string) => shortWords(open.store.note(one), t)
      void ask({
        form: 'choice',
        title: t('outline.knot.title'),
        body: plan.blocking.map((link) =>
          t('outline.knot.needs', { from: words(link.from), to: words(link.to) }),
        ),
        answers: [
          ...(plan.along
            ? [{ id: 'along', label: t('outline.knot.along'), hint: t('outline.knot.alongHint') }]
            : []),
          { id: 'drop', label: t('outline.knot.drop', { count: plan.blocking.length }) },
        ],
      }).then((answer) => {
        if (answer === 'along' && plan.along) write(plan.along)
        if (answer !== 'drop') return
        did(context, (origin) =>
          open.doc.transact(() => {
            deleteLinks(
              open.doc,
              plan.blocking.map((link) => link.id),
              origin,
            )
            editNotes(open.doc, [id], { fields: { [chain.minDepth]: depth } }, origin)
          }, origin),
        )
      })
    },
  }
}
