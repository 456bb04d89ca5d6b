import { use, useDeferredValue, useMemo, useRef } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { withMarks } from '../../board-ui/marks.ts'
import { derive, usePrompts, useRuleContext } from '../../board-ui/use-derived.ts'
import { useHidden, without } from '../../board-ui/use-sieved.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLater } from '../../later/part.tsx'
import { layoutFor } from '../../layouts/index.ts'
import type { ArrangeInput, Arrangement, LayoutModule } from '../../layouts/layout.ts'
import { grow, union } from '../../layouts/shared/geometry.ts'
import { spreadLabels } from '../../layouts/shared/label-spots.ts'
import { steadied } from '../../layouts/shared/steady.ts'
import { useArrangementNow } from '../use-arrangement-now.ts'
import { rehearsed } from './rehearse.ts'
import { useMeasure } from './use-measure.ts'
import { useWallChips } from './use-wall-chips.ts'

/** The board on screen as it stands on the wall, arranged again on every change of its content. */
export function useArrangement(): {
  arranged: Arrangement
  input: ArrangeInput
  layout: LayoutModule
  /** When this becomes another, the wall is framed anew. */
  framing: string
} {
  const { kind, open } = useBoardOnScreen()
  const board = useBoard()
  const words = useWords()
  // What has everything measured anew: the wall stays as it is until that is done.
  const measure = useDeferredValue(useMeasure())
  const chosen = useDeferredValue(useArrangementNow())
  const context = useRuleContext()
  const prompts = usePrompts()
  const chips = useWallChips()
  const folded = useBoardUi((ui) => ui.folded)
  const hidden = useHidden()
  const sieve = useBoardUi((ui) => ui.sieve)
  const isPart = sieve?.frames ?? false
  const framing = `${chosen} ${words.dir} ${isPart ? sieve?.id : sieve !== null}`
  const layout = useLater(layoutFor(kind.layout.engine))
  const extra = layout.extra?.(chosen)
  if (extra) use(extra.awaited())
  // More words of the same language, as they come with later parts, are no reason to arrange everything anew: those of
  // the kinds at hand change the rules' context, and the group's own are part of the board.
  const { formatTag } = words
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language stands for its words
  const input = useMemo((): ArrangeInput => {
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
      folded,
      isPart,
    }
    // What cards say is true of the whole board, whatever of it is looked at.
    const facts = layout.facts?.(bare)
    const marked = withMarks(kind, bare.derived, words, chips)
    return { ...bare, board: without(board, hidden), chips: merged(facts, marked) }
  }, [board, kind, context, chosen, folded, hidden, formatTag, measure, chips, prompts, layout, isPart])
  const measured = rehearsed(open, layout, input)
  if (measured) use(measured)
  const before = useRef<Laid | null>(null)
  return useMemo(() => {
    const last = before.current?.layout === layout ? before.current : null
    const laid = (last && layout.arrangeAgain?.(last.laid, last.input, input)) ?? layout.arrange(input)
    const arranged = laid === last?.laid ? last.arranged : finished(laid, input, before.current)
    before.current = { layout, input, laid, arranged }
    return { arranged: isPart ? framedNear(arranged) : arranged, input, layout, framing }
  }, [input, layout, isPart, framing])
}

interface Laid {
  readonly layout: LayoutModule
  readonly input: ArrangeInput
  /** As the layout says it. */
  readonly laid: Arrangement
  readonly arranged: Arrangement
}

function finished(laid: Arrangement, { measure }: ArrangeInput, before: Laid | null): Arrangement {
  const links = spreadLabels(laid.links, laid.boxes, measure)
  return steadied({ ...laid, links }, before?.arranged ?? null)
}

/** The same, with only the notes in its frame. */
function framedNear(arranged: Arrangement): Arrangement {
  const rect = union(arranged.boxes.values())
  return rect ? { ...arranged, bounds: grow(rect, 30), home: grow(rect, 30) } : arranged
}

/** What the layout says on cards, before what other boards say. */
function merged(facts: Chips | undefined, chips: Chips): Chips {
  if (!facts || facts.size === 0) return chips
  const all = new Map(chips)
  for (const [id, own] of facts) all.set(id, [...own, ...(chips.get(id) ?? [])])
  return all
}
type Chips = ArrangeInput['chips']
