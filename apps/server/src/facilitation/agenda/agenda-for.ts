import { kindById, type StageOfFlow, stagesOf, type Version } from '@vispera/kinds'
import { maxStages } from './stages-of-doc.ts'

interface PlannedBoard {
  readonly id: string
  readonly kind: string
  readonly version?: Version
}

/** The agenda of a new workshop: its boards' flows one after another, whole ones only, while there is room. */
export function agendaFor(boards: readonly PlannedBoard[]): StageOfFlow[] {
  let stages: StageOfFlow[] = []
  for (const { id, kind: kindId, version } of boards) {
    const kind = kindById(kindId)
    if (!kind || version === undefined) continue
    const longer = [...stages, ...stagesOf(kind, version, id)]
    if (longer.length > maxStages) break
    stages = longer
  }
  return stages
}
