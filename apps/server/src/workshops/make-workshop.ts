import {
  documentNames,
  newId,
  orderKeysAtEnd,
  type Role,
  type WorkshopFacts,
  writeBoardEntry,
  writeWorkshop,
} from '@vispera/board'
import type { Version } from '@vispera/kinds'
import type { Doc } from 'yjs'
import { ApiError } from '../contract/errors.ts'
import { agendaFor } from '../facilitation/agenda/agenda-for.ts'
import { insertStages } from '../facilitation/agenda/stages-of-doc.ts'
import { keysBelow, randomKey } from '../join/keys.ts'
import type { CleanImage } from '../media/clean-image.ts'
import type { Services } from '../services.ts'
import { newRecord } from './directory.ts'

/** What a new workshop starts with; `fill` writes a document's content in one go. */
export interface NewWorkshop {
  readonly facts: WorkshopFacts
  readonly boards: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    /** The version of its kind's flow that goes into the agenda; none when left out. */
    readonly version?: Version
    fill(doc: Doc): void
  }[]
  readonly fillThreads?: (doc: Doc) => void
  /** More of the stage document than its facts, boards and agendas of kinds. */
  readonly fillStage?: (doc: Doc) => void
  /** Pictures by the id under which notes show them. */
  readonly images?: ReadonlyMap<string, CleanImage>
}

export interface MadeWorkshop {
  readonly id: string
  /** Every role's key; nobody will be able to read them again. */
  readonly keys: Readonly<Record<Role, string>>
  readonly code: string | null
}

/** Makes a workshop, all or nothing: nobody can open it before its last document is written. */
export async function makeWorkshop(services: Services, workshop: NewWorkshop): Promise<MadeWorkshop> {
  const { rooms, stages, directory, codes, media } = services
  // Two ids make more than the 128 bits that a workshop's id should have.
  const id = (newId() + newId()).slice(0, 24)
  const rootKey = randomKey()
  try {
    for (const [image, picture] of workshop.images ?? []) {
      const kept = await media.put(id, picture, image)
      if (kept === null) throw new ApiError('too-large', 'Its pictures are more than a workshop can hold.')
    }
    for (const board of workshop.boards) {
      await rooms.transact(documentNames.board(id, board.id), (doc) => board.fill(doc))
    }
    const { fillThreads } = workshop
    if (fillThreads) await rooms.transact(documentNames.threads(id), (doc) => fillThreads(doc))
    await stages.write(id, (doc) => {
      writeWorkshop(doc, workshop.facts)
      const orders = orderKeysAtEnd([], workshop.boards.length)
      workshop.boards.forEach(({ id: board, kind, title }, at) => {
        writeBoardEntry(doc, { id: board, kind, title, order: orders[at] as string })
      })
      insertStages(doc, agendaFor(workshop.boards))
      workshop.fillStage?.(doc)
    })
    await directory.save(id, newRecord(id, rootKey))
  } catch (error) {
    stages.forget(id)
    await rooms.wipe(`${id}/`)
    await media.forget(id)
    throw error
  }
  const record = newRecord(id, rootKey)
  return {
    id,
    keys: keysBelow('host', rootKey, id, record.epoch) as Record<Role, string>,
    code: await codes.show(id),
  }
}

/** `YYYY-MM`: no finer time of a workshop is kept. */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7)
