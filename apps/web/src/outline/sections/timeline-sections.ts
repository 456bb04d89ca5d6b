import type { Field } from '@vispera/kinds'
import { shortWords } from '../../actions/action-context.ts'
import { trueSteps } from '../../board-ui/board-ui.ts'
import { isTrue } from '../../board-ui/bring-back.ts'
import { bandOver } from '../../layouts/timeline/bands.ts'
import { type ChainFacts, readChain } from '../../layouts/timeline/derived.ts'
import { chainFacts } from './chain-facts.ts'
import { becauseSentences } from './chain-sentences.ts'
import { partName } from './names.ts'
import { spokenNumber } from './plan-numbers.ts'
import { byId, type OutlineSection, type SectionInput } from './section.ts'
import { zoneSection } from './zone-section.ts'

/** Backwards from victory by columns, or forwards as a numbered plan; then what lies beside the path. */
export function timelineSections(input: SectionInput): OutlineSection[] {
  const { kind, derived, arrangement } = input
  const { layout } = kind
  if (layout.engine !== 'timeline') return []
  const chain = readChain(derived)
  const ends = fixedSections(input)
  const facts = chainFacts(input, layout, chain)
  const today: OutlineSection = {
    key: 'today',
    level: 2,
    heading: input.words.t('outline.section.reach'),
    notes: [],
    isGroup: true,
    facts,
  }
  const side = layout.side.flatMap((id) => {
    const zone = kind.zones.find((one) => one.id === id)
    return zone ? [zoneSection(input, zone)] : []
  })
  const path = arrangement === 'forwards' ? planSections(input, chain) : columnSections(input, chain)
  return arrangement === 'forwards' ? [...path, ...ends, today, ...side] : [...ends, ...path, today, ...side]
}

/** The two cards that are always there, victory first. */
function fixedSections({ kind, board, words }: SectionInput): OutlineSection[] {
  const notes = byId(board)
  return kind.fixedNotes.map((fixed) => {
    const zone = 'zone' in fixed.place ? fixed.place.zone : fixed.id
    return {
      key: `fixed ${fixed.id}`,
      level: 2,
      heading: partName({ kind, words }, 'zone', zone),
      prompt: words.t(`${kind.id}.zone.${zone}.prompt`),
      notes: notes.has(fixed.id) ? [fixed.id] : [],
      isOne: true,
      columns: fieldIds(kind.noteKinds.find((one) => one.id === fixed.kind)?.fields),
    }
  })
}

function columnSections(input: SectionInput, chain: ChainFacts): OutlineSection[] {
  const { words } = input
  const depths = [...new Set(chain.depth.values())].sort((a, b) => a - b)
  const headingOf = (depth: number) => {
    const steps = words.t('outline.section.depth', { depth })
    const band = bandOver(input, depth)
    return band === '' ? steps : words.t('outline.section.depthBand', { steps, band })
  }
  return depths.map((depth) => ({
    key: `depth ${depth}`,
    level: 2,
    heading: headingOf(depth),
    notes: chain.order.filter((id) => chain.depth.get(id) === depth),
    isOrdered: true,
    fold: `depth:${depth}`,
  }))
}

function planSections(input: SectionInput, chain: ChainFacts): OutlineSection[] {
  const { kind, board, words } = input
  if (kind.layout.engine !== 'timeline') return []
  const notes = byId(board)
  const { end } = kind.layout.chain
  const numbers = Object.fromEntries(
    [...chain.number].map(([id, number]) => [id, spokenNumber(number, words)]),
  )
  const sentences = becauseSentences(input, chain)
  const isOver = (id: string) => {
    const note = notes.get(id)
    return note !== undefined && isTrue(kind.layout, note)
  }
  const parts = chain.plan.map((part) => ({
    key: `goal ${part.goal}`,
    level: 2,
    heading:
      part.goal === end
        ? words.t('outline.section.toVictory')
        : shortWords(notes.get(part.goal), words.t, 200),
    ...(part.goal === end ? {} : { prompt: words.t('outline.section.goal') }),
    notes: part.steps.filter((id) => !isOver(id)),
    numbers,
    sentences,
    fold: `goal:${part.goal}`,
  }))
  // Steps that have come true stay, folded away under the heading they led to.
  return parts.flatMap((part, index): OutlineSection[] => {
    const over = chain.plan[index]?.steps.filter(isOver) ?? []
    if (over.length === 0) return [{ ...part, level: 2 }]
    const heading = words.t('surface.plan.trueSteps')
    const already: OutlineSection = {
      key: `true ${part.key}`,
      level: 3,
      heading,
      name: `${part.heading}: ${heading}`,
      notes: over,
      numbers,
      sentences,
      fold: trueSteps,
      startsFolded: true,
    }
    return [{ ...part, level: 2 }, already]
  })
}

const idsOfFields = new WeakMap<readonly Field[], readonly string[]>()

/** The same list for the same fields: lines that have not changed are not drawn again. */
function fieldIds(fields: readonly Field[] = []): readonly string[] {
  const ids = idsOfFields.get(fields) ?? fields.map((field) => field.id)
  idsOfFields.set(fields, ids)
  return ids
}
