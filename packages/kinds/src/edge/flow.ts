import type { AgendaStage } from '@vispera/board'
import type { FlowStage, Kind } from '../kind.ts'

/** How much time a group takes for a board: its whole flow, or its quick version. */
export const versions = ['full', 'quick'] as const
export type Version = (typeof versions)[number]

/** What a kind's flow says of a stage; the place in an agenda is the agenda's. */
export type StageOfFlow = Pick<AgendaStage, 'kind' | 'board' | 'minutes' | 'mode' | 'from' | 'dots'>

/** The stages of a board in one version, ready for an agenda. A kind without a quick version has its flow. */
export function stagesOf(kind: Kind, version: Version, board: string): StageOfFlow[] {
  const own = version === 'quick' && kind.quick.length > 0 ? 'quick' : 'flow'
  return kind[own].map(({ stage, minutes, dots }: FlowStage, index) => ({
    kind: stage,
    board,
    minutes,
    mode: 'live',
    ...(dots !== undefined && { dots }),
    from: { kind: kind.id, version: own, line: index + 1 },
  }))
}

/** The message that is a stage's prompt, in the catalogue of its kind. */
export const promptOf = ({ kind, version, line }: NonNullable<AgendaStage['from']>): string =>
  `${kind}.${version}.${line}`
