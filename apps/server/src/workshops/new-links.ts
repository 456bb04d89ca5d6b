import { addLinks, type BoardEntry, readBoard } from '@vispera/board'
import { type Kind, parseNewLink } from '@vispera/kinds'
import type { Doc } from 'yjs'
import { refusedAt } from './new-notes.ts'

/**
 * Links notes of one board in one transaction, all or none; answers the ids in order. Throws `invalid`, naming
 * the first link that this kind of board does not have or whose ends are not there.
 */
export function writeLinks(doc: Doc, entry: BoardEntry, kind: Kind, given: readonly unknown[]): string[] {
  const board = readBoard(entry, doc)
  const links = given.map((input, index) => {
    const result = parseNewLink(kind, board, input)
    if (!result.ok) throw refusedAt('links', index, result, input)
    return result.link
  })
  return addLinks(doc, links)
}
