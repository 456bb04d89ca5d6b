import { use, useMemo, useRef } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { derive, usePrompts, useRuleContext } from '../../board-ui/use-derived.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLater } from '../../later/part.tsx'
import { layoutFor } from '../../layouts/index.ts'
import type { ArrangeInput, Arrangement, LayoutModule } from '../../layouts/layout.ts'
import { steadied } from '../../layouts/shared/steady.ts'
import { useMeasure } from './use-measure.ts'
import { useWallChips } from './use-wall-chips.ts'

/** The board on screen as it stands on the wall, arranged again on every change of its content. */
export function useArrangement(): { arranged: Arrangement; input: ArrangeInput; layout: LayoutModule } {
  const { kind } = useBoardOnScreen()
  const board = useBoard()
  const words = useWords()
  const measure = useMeasure()
  const context = useRuleContext()
  const prompts = usePrompts()
  const chips = useWallChips()
  const chosen = useBoardUi((ui) => ui.arrangement)
  const layout = useLater(layoutFor(kind.layout.engine))
  const extra = layout.extra?.(chosen)
  if (extra) use(extra.awaited())
  const before = useRef<Arrangement | null>(null)
  return useMemo(() => {
    const bare = {
      board,
      kind,
      derived: () => derive(kind, board, context),
      arrangement: chosen,
      dir: words.dir,
      measure,
      words,
      threads: context.threads,
      boards: context.boards,
      prompts,
    }
    const input: ArrangeInput = { ...bare, chips: merged(layout.facts?.(bare), chips) }
    const arranged = steadied(layout.arrange(input), before.current)
    before.current = arranged
    return { arranged, input, layout }
  }, [board, kind, context, chosen, words, measure, chips, prompts, layout])
}

/** What the layout says on cards, before what other boards say. */
function merged(facts: Chips | undefined, chips: Chips): Chips {
  if (!facts || facts.size === 0) return chips
  const all = new Map(chips)
  for (const [id, own] of facts) all.set(id, [...own, ...(chips.get(id) ?? [])])
  return all
}
type Chips = ArrangeInput['chips']
