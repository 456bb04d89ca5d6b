import type { Vote } from '@vispera/board'
import { promptOf } from '@vispera/kinds'
import type { Block, Cell, Line } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { boardTitle } from '../document/naming.ts'
import { ownRun } from '../words/runs.ts'
import { testOf } from './decisions.ts'
import { optionsInOrder } from './options.ts'

/** Votes that were closed, but for those told with the decision that they tested, and flags that nobody put. */
export function closedVotes(context: RecordContext): Vote[] {
  const told = new Set((context.workshop.decisions ?? []).map((one) => testOf(context, one)))
  return (context.workshop.votes ?? []).filter(
    (vote) => vote.state !== 'open' && !told.has(vote) && !isUnused(vote),
  )
}

/** Some stages let people flag what is shaky; where nobody did there is nothing to tell. */
const isUnused = ({ form, result }: Vote) =>
  form === 'shaky' && result !== undefined && result.ballots + result.byHand === 0

/** What was voted on, with totals or the order; never who, and never a winner by itself. */
export function writeVotes(context: RecordContext): Block[] {
  const { words } = context
  const votes = closedVotes(context).flatMap((vote) =>
    section(voteTitle(context, vote), [...voteTable(context, vote), ...sentences(voteLines(context, vote))]),
  )
  return section(words.run(words.text('record.votes.title')), votes)
}

/** The question: in people's words, else its stage's; else what kind of vote it was and on which board. */
export function voteTitle(context: RecordContext, { question, form, board, stage: asked }: Vote): Line {
  const { words } = context
  if (question.trim() !== '') return [ownRun(question, undefined, words.dir)]
  const stage = context.workshop.agenda?.find(({ id }) => id === asked)
  const own = stage?.prompt?.[words.locale] ?? Object.values(stage?.prompt ?? {})[0]
  if (own !== undefined && own.trim() !== '') return [ownRun(own, undefined, words.dir)]
  if (stage?.from && words.has(promptOf(stage.from))) return words.line(promptOf(stage.from))
  const name = words.line(`record.votes.form.${form}`)
  const view = context.views.find((one) => one.board.id === board)
  return view ? [...name, words.run(' · '), boardTitle(context, view)] : name
}

function voteTable(context: RecordContext, vote: Vote): Block[] {
  const options = optionsInOrder(context, vote)
  if (options.length === 0) return []
  return [
    {
      kind: 'table',
      columns: [context.words.text('record.votes.what'), figureName(context, vote)],
      rows: options.map(({ name, count }): Cell[] => [
        [name],
        [[context.words.run(context.words.number(count))]],
      ]),
    },
  ]
}

/** What the figures of a vote are: dots, flags, people, or only places in the order. */
export function figureName({ words }: RecordContext, { form, result }: Vote): string {
  if (result?.isOrderOnly) return words.text('record.votes.order')
  return words.text(`record.votes.figure.${form}`)
}

function voteLines(context: RecordContext, { state, result }: Vote): Line[] {
  const { words } = context
  if (state === 'talk' || !result) return [words.line('record.votes.talk')]
  const { ballots, byHand, missing, isOrderOnly, totals, worries = [] } = result
  return [
    ...(Object.keys(totals).length === 0 ? [words.line('record.votes.none')] : []),
    words.line('record.votes.cast', { count: ballots }),
    ...(byHand > 0 ? [words.line('record.votes.byHand', { count: byHand })] : []),
    ...(missing > 0 ? [words.line('record.votes.missing', { count: missing })] : []),
    ...(isOrderOnly ? [words.line('record.votes.orderOnly')] : []),
    ...worries.map((worry) =>
      words.line('record.votes.worry', { words: ownRun(worry, undefined, words.dir) }),
    ),
  ]
}
