import { addNotes, linksOf, setSetting, writeSettingText } from '@vispera/board'
import { createBoardContent, kindById } from '@vispera/kinds'
import type { Doc } from 'yjs'
import type { NewWorkshop } from '../workshops/make-workshop.ts'
import type { FileBoard, ReadFile } from './read-file.ts'

/** The workshop that a file describes, ready to be made: same boards, notes and links under the same ids. */
export function workshopOf({ facts, boards, threads }: ReadFile): NewWorkshop {
  return {
    facts,
    boards: boards.map((board) => ({ ...board.entry, fill: (doc) => writeBoard(doc, board) })),
    fillThreads: (doc) => {
      for (const { id, ...link } of threads) linksOf(doc).set(id, link)
    },
  }
}

function writeBoard(doc: Doc, { entry, notes, links, settings }: FileBoard): void {
  const kind = kindById(entry.kind)
  if (!kind) throw new Error(`unknown kind ${entry.kind}`)
  const fixed = new Set(kind.fixedNotes.map(({ id }) => id))
  addNotes(
    doc,
    notes.map((note) => (fixed.has(note.id) ? withEveryText(note) : note)),
  )
  createBoardContent(doc, kind)
  for (const { id, ...link } of links) linksOf(doc).set(id, link)
  for (const [key, value] of Object.entries(settings)) {
    const isWords = (kind.settings.find((setting) => setting.id === key)?.type ?? 'text') === 'text'
    if (typeof value === 'string' && isWords) writeSettingText(doc, key, value)
    else setSetting(doc, key, value)
  }
}

/** A note that a board has once holds all its texts from the start, so that two people never make the same one. */
function withEveryText<T extends FileBoard['notes'][number]>(note: T): T {
  const empty = Object.fromEntries((note.textFields ?? []).map((field) => [field, '']))
  return { ...note, fields: { ...empty, ...note.fields } }
}
