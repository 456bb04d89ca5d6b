import type * as Y from 'yjs'
import { noteMapsOf } from '../board-doc.ts'
import { type Note, noteIdSchema, readNote } from '../note.ts'
import { type Agenda, type AgendaStage, stageNow } from './agenda.ts'
import { stageRules } from './stage-kinds.ts'

/** A note that nobody but its writer has seen, in the `notes` of their own draft document. */
export interface Draft {
  readonly id: string
  /** Without the two keys below among its fields. */
  readonly note: Note
  /** The board that it will appear on; null when it does not say. */
  readonly board: string | null
  /** The stage of the agenda that it was written for; null when it does not say. */
  readonly stage: string | null
}

/** Reads the drafts in somebody's draft document; what does not parse is left out. */
export function readDrafts(doc: Y.Doc): Draft[] {
  return [...noteMapsOf(doc)].flatMap(([id, map]) => {
    const note = readNote(id, map)
    if (!note) return []
    const { board, stage, ...fields } = note.fields
    return [{ id, note: { ...note, fields }, board: idOr(board), stage: idOr(stage) }]
  })
}

const idOr = (value: unknown): string | null => {
  const id = noteIdSchema.safeParse(value)
  return id.success ? id.data : null
}

/** Whether there is anything to show; a draft of nothing but spaces is not handed in. */
export const isBlank = ({ text, media }: Note): boolean => text.trim() === '' && !media

/** Whether people write drafts of their own in this stage. */
export const isSilent = (stage: AgendaStage): boolean =>
  (stage.adds ?? stageRules[stage.kind].adds) === 'drafts'

/**
 * What becomes of a draft as the agenda stands: it waits for the reveal that the stage now running could make
 * (`now`), for a later one (`later`), or its stage was revealed without it and it goes to the board by itself
 * (`late`).
 */
export function fateOfDraft(agenda: Agenda, { stage }: Pick<Draft, 'stage'>): 'now' | 'later' | 'late' {
  const at = agenda.stages.findIndex(({ id }) => id === stage)
  const own = agenda.stages[at]
  // Its stage was taken out of the agenda; its words are not.
  if (!own) return 'now'
  const running = stageNow(agenda)
  const isWrittenNow = running?.id === own.id && isSilent(own)
  if (own.revealed && !isWrittenNow) return 'late'
  if (!running) return 'now'
  return at <= agenda.stages.indexOf(running) ? 'now' : 'later'
}

/** The stages that a reveal made now would reveal: the silent ones up to the one that runs, and it if it reveals. */
export function stagesToReveal(agenda: Agenda): AgendaStage[] {
  const running = stageNow(agenda)
  const end = running ? agenda.stages.indexOf(running) + 1 : agenda.stages.length
  return agenda.stages
    .slice(0, end)
    .filter((stage) => isSilent(stage) || (stage === running && stage.kind === 'reveal'))
}
