import {
  addNotes,
  type Board,
  type BoardDoc,
  isTextField,
  linksOf,
  type Note,
  type ParsedWorkshop,
  setSetting,
  settingsOf,
  writeSettingText,
} from '@vispera/board'
import { createBoardContent, isFixedNote, type Kind, kindById } from '@vispera/kinds'

/** Empty documents that an imported workshop is written into. */
export interface ImportTarget {
  /** The new document of a board, by the board's id in the file. */
  readonly board: (id: string) => BoardDoc
  readonly threads: BoardDoc
  /** Board ids in the file to those in the new workshop; ids stay as they are when left out. */
  readonly boardIds?: ReadonlyMap<string, string>
}

/**
 * Writes an imported workshop into empty documents: notes and links keep their ids, words are Y.Texts again.
 * The workshop's facts and its list of boards are the server's to write (`writeWorkshop`, `writeBoardEntry`).
 */
export function writeImported(file: ParsedWorkshop, { board, threads, boardIds }: ImportTarget): void {
  for (const one of file.boards) {
    const kind = kindById(one.kind)
    const doc = board(one.id)
    doc.transact(() => {
      writeBoardContent(
        doc,
        kind ? { ...one, notes: one.notes.map((note) => complete(kind, note)) } : one,
        kind,
      )
      if (kind) createBoardContent(doc, kind)
    })
  }
  threads.transact(() => writeThreads(threads, file, boardIds))
}

/** Writes one board's notes, links and settings. Throws a CommandError for a note that would not be readable. */
export function writeBoardContent(doc: BoardDoc, board: Board, kind: Kind | undefined): void {
  addNotes(
    doc,
    board.notes.map((note) => ({ ...note, textFields: textFieldsOf(kind, note) })),
  )
  // Straight into the map: a link whose end was deleted by somebody else is part of a real workshop.
  for (const { id, ...link } of board.links) linksOf(doc).set(id, link)
  for (const [key, value] of Object.entries(board.settings)) writeSetting(doc, kind, key, value)
}

/**
 * A note that its board has from the start has every text from the start: two people who open a missing one at
 * the same time would each make their own, and one would be lost.
 */
function complete(kind: Kind, note: Note): Note {
  if (!isFixedNote(kind, note.id)) return note
  const empty = Object.fromEntries(textFieldsOf(kind, note).map((field) => [field, '']))
  return { ...note, fields: { ...empty, ...note.fields } }
}

export function writeThreads(
  doc: BoardDoc,
  { threads }: ParsedWorkshop,
  boardIds: ReadonlyMap<string, string> = new Map(),
): void {
  const idOf = (board: string) => boardIds.get(board) ?? board
  for (const { id, from, to, ...link } of threads) {
    const ends = { from: { ...from, board: idOf(from.board) }, to: { ...to, board: idOf(to.board) } }
    linksOf(doc).set(id, { ...link, ...ends })
  }
}

const textFieldsOf = (kind: Kind | undefined, note: Note): string[] =>
  (kind?.noteKinds.find((noteKind) => noteKind.id === note.kind)?.fields ?? [])
    .filter((field) => isTextField(field.type))
    .map((field) => field.id)

function writeSetting(doc: BoardDoc, kind: Kind | undefined, key: string, value: unknown): void {
  if (typeof value === 'string' && isTextSetting(kind, key)) writeSettingText(doc, key, value)
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    setSetting(doc, key, value)
  else settingsOf(doc).set(key, value)
}

/** Words that people write together: settings of that type, and renamed rows, columns, lanes and zones. */
const isTextSetting = (kind: Kind | undefined, key: string): boolean =>
  key.startsWith('label.') ||
  (kind?.settings.some((setting) => setting.id === key && setting.type === 'text') ?? true)
