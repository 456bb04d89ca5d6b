import type { Decision, Vote } from '@vispera/board'
import type { AgreementLevel, Block, Fact, Line } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { boardTitle } from '../document/naming.ts'
import { cleanText, ownRun } from '../words/runs.ts'
import { optionsInOrder } from './options.ts'

/** What the group settled and a facilitator wrote down: its words, how, with what agreement and reservations. */
export const ledDecisions = (context: RecordContext): Block[] =>
  (context.workshop.decisions ?? []).map((decision) => decisionBlock(context, decision))

/** The vote that tested a decision is told with it. */
export const testOf = ({ workshop }: RecordContext, { vote }: Decision): Vote | undefined =>
  workshop.votes?.find(({ id }) => id === vote)

function decisionBlock(context: RecordContext, decision: Decision): Block {
  const { words } = context
  const own = (text: string): Line => [ownRun(text, undefined, words.dir)]
  const vote = testOf(context, decision)
  const reservations = decision.reservations.filter((line) => cleanText(line) !== '')
  return {
    kind: 'decision',
    item: {
      color: null,
      kind: null,
      words: words.line('record.quote', { words: ownRun(decision.words, undefined, words.dir) }),
      picture: null,
      translations: [],
      facts: [
        fact(context, 'how', words.line(`record.method.${decision.method}`)),
        ...boardFact(context, decision),
        ...(vote ? orderFact(context, vote) : []),
        ...(decision.revisitOn ? [fact(context, 'revisit', own(decision.revisitOn))] : []),
      ],
      remarks: [],
      sameAs: [],
    },
    agreement: vote ? countedLevels(context, vote) : [],
    reservations:
      reservations.length === 0
        ? null
        : { label: words.text('record.decided.reservations'), lines: reservations.map(own) },
  }
}

const fact = ({ words }: RecordContext, what: string, value: Line): Fact => ({
  label: words.text(`record.decided.${what}`),
  values: [value],
})

function boardFact(context: RecordContext, { board }: Decision): Fact[] {
  const view = context.views.find((one) => one.board.id === board)
  return view ? [fact(context, 'board', [boardTitle(context, view)])] : []
}

/** Levels with their numbers, where these may be told. */
function countedLevels(context: RecordContext, vote: Vote): AgreementLevel[] {
  if (!vote.result || vote.result.isOrderOnly) return []
  return optionsInOrder(context, vote).map(({ name, count }) => ({
    label: name.map(({ text }) => text).join(''),
    count,
    figure: context.words.number(count),
  }))
}

function orderFact(context: RecordContext, vote: Vote): Fact[] {
  const { words } = context
  if (vote.state === 'talk') return [fact(context, 'agreement', words.line('record.votes.talk'))]
  if (!vote.result?.isOrderOnly) return []
  const levels = words.list(
    optionsInOrder(context, vote).map(({ name }) => name.map(({ text }) => text).join('')),
    'unit',
  )
  return [fact(context, 'agreement', words.line('record.level.fewAnswers', { levels }))]
}
