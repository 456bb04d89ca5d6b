import type { AgendaStage } from '@vispera/board'
import type { Block, Cell, Line } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { section } from '../document/make-blocks.ts'
import { boardTitle } from '../document/naming.ts'
import { ownRun } from '../words/runs.ts'

/** The agenda as it really ran; nothing where none did. */
export function writeRan(context: RecordContext): Block[] {
  const { words, workshop } = context
  const stages = workshop.agenda ?? []
  if (!stages.some(({ ranMs }) => ranMs)) return []
  const columns = ['stage', 'board', 'planned', 'took'].map((name) => words.text(`record.ran.${name}`))
  const rows = stages.map((stage): Cell[] => [
    [stageName(context, stage)],
    [boardOf(context, stage)],
    [minutes(context, stage.mode === 'live' ? stage.minutes : 0)],
    [
      stage.ranMs
        ? minutes(context, Math.max(1, Math.round(stage.ranMs / 60_000)))
        : words.line('record.ran.no'),
    ],
  ])
  return section(words.run(words.text('record.ran.title')), [{ kind: 'table', columns, rows }])
}

const stageName = ({ words }: RecordContext, { title, kind }: AgendaStage): Line =>
  title ? [ownRun(title, undefined, words.dir)] : [words.run(words.label(`stage.${kind}`, kind))]

function boardOf(context: RecordContext, { board }: AgendaStage): Line {
  const view = context.views.find((one) => one.board.id === board)
  return view ? [boardTitle(context, view)] : context.words.line('record.cells.none')
}

const minutes = ({ words }: RecordContext, count: number): Line =>
  count > 0 ? words.line('record.ran.minutes', { count }) : words.line('record.cells.none')
