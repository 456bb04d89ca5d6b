import type * as Y from 'yjs'
import { linksOf, newId, noteMapOf } from '../board-doc.ts'
import { type CrossLinkFields, type LinkFields, readCrossLink, readLink } from '../link.ts'
import { CommandError } from './command-error.ts'

/**
 * Links notes of one board, all or none; answers the ids. A link that is there already (same kind, same
 * ends) is answered, not doubled. Throws `unknown-note`, `same-note` or `bad-value`.
 */
export function addLinks(
  doc: Y.Doc,
  links: readonly (LinkFields & { readonly id?: string })[],
  origin?: unknown,
): string[] {
  const map = linksOf(doc)
  const known = new Map<string, string>()
  for (const [id, value] of map.entries()) {
    const link = readLink(id, value)
    if (link) known.set(`${link.kind} ${link.from} ${link.to}`, id)
  }
  const taken = new Set(map.keys())
  const planned = links.map(({ id, ...link }) => {
    const newLinkId = id ?? newId()
    if (!readLink(newLinkId, link)) throw new CommandError('bad-value', `${link.from} to ${link.to}`)
    if (link.from === link.to) throw new CommandError('same-note', link.from)
    for (const end of [link.from, link.to]) {
      if (!noteMapOf(doc, end)) throw new CommandError('unknown-note', end)
    }
    const key = `${link.kind} ${link.from} ${link.to}`
    const there = known.get(key)
    if (there === undefined) {
      if (taken.has(newLinkId)) throw new CommandError('bad-value', newLinkId)
      known.set(key, newLinkId)
      taken.add(newLinkId)
    }
    return { id: there ?? newLinkId, link, isNew: there === undefined }
  })
  doc.transact(() => {
    for (const { id, link, isNew } of planned) if (isNew) map.set(id, link)
  }, origin)
  return planned.map(({ id }) => id)
}

/** Takes links away; ids that are gone already are passed over. Works on boards and on `threads`. */
export function deleteLinks(doc: Y.Doc, ids: readonly string[], origin?: unknown): void {
  doc.transact(() => {
    for (const id of ids) if (linksOf(doc).has(id)) linksOf(doc).delete(id)
  }, origin)
}

/** Changes some values of a link on one board. Throws `unknown-link` or `bad-value`. */
export function editLink(doc: Y.Doc, id: string, edit: Partial<LinkFields>, origin?: unknown): void {
  const link = readLink(id, linksOf(doc).get(id))
  if (!link) throw new CommandError('unknown-link', id)
  const { id: _id, ...rest } = { ...link, ...edit }
  if (!readLink(id, rest)) throw new CommandError('bad-value', id)
  doc.transact(() => linksOf(doc).set(id, rest), origin)
}

/**
 * Links notes of two boards in the `threads` document; answers the id. The same link is never doubled.
 * Throws `bad-value`, or `same-note` when both ends are one note.
 */
export function addCrossLink(threads: Y.Doc, link: CrossLinkFields, origin?: unknown): string {
  const map = linksOf(threads)
  if (link.from.board === link.to.board && link.from.note === link.to.note) {
    throw new CommandError('same-note', link.from.note)
  }
  for (const [id, value] of map.entries()) {
    const there = readCrossLink(id, value)
    if (there && isSameCrossLink(there, link)) return id
  }
  const id = newId()
  if (!readCrossLink(id, link)) throw new CommandError('bad-value', 'a link across boards')
  threads.transact(() => map.set(id, link), origin)
  return id
}

const isSameCrossLink = (a: CrossLinkFields, b: CrossLinkFields) =>
  a.kind === b.kind &&
  a.from.board === b.from.board &&
  a.from.note === b.from.note &&
  a.to.board === b.to.board &&
  a.to.note === b.to.note
