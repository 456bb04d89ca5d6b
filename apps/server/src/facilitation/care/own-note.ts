import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import {
  deleteNotes,
  documentNames,
  maxNoteLength,
  type Note,
  noteMapOf,
  readNote,
  writeText,
} from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { boardFor } from '../../workshops/board-for.ts'
import { type CommandAnswer, type CommandContext, command, everyoneWithASay } from '../command.ts'
import { findKept, forgetKept, keep } from './set-aside.ts'

const sensitivities = ['normal', 'sensitive', 'do-not-record'] as const
type Sensitivity = (typeof sensitivities)[number]

/**
 * What the author of a nameless note may do with the key that only their device has, whatever stage runs: read it,
 * also while it is hidden for care, word it anew, keep more of it out of the record, or take it back.
 */
export const ownNote = command({
  name: 'own-note',
  roles: everyoneWithASay,
  input: {
    board: z.string().max(64),
    note: z.string().max(64),
    key: z.string().min(1).max(200),
    do: z.enum(['read', 'edit', 'withdraw']),
    text: z.string().trim().min(1).max(maxNoteLength).optional(),
    sensitivity: z.enum(sensitivities).optional(),
  },
  run: (context, input) =>
    context.services.silence.alone(context.workshop, async () => {
      const own = await openOwn(context, input)
      if (input.do === 'withdraw') return withdraw(context, input.board, own)
      if (input.do === 'edit') await edit(context, input.board, own, input)
      return readOwn(await openOwn(context, input))
    }),
})

interface OwnNote {
  readonly note: Note
  /** The words are with the server while it is hidden for care. */
  readonly kept: Awaited<ReturnType<typeof findKept>>
}

async function openOwn(
  { services, workshop, seat }: CommandContext,
  { board, note: id, key }: { board: string; note: string; key: string },
): Promise<OwnNote> {
  const { rooms, store, pepper } = services
  await boardFor(services, seat, board)
  const note = await rooms.read(documentNames.board(workshop, board), (doc) =>
    readNote(id, noteMapOf(doc, id)),
  )
  if (!note) throw new ApiError('not-found', 'There is no such note on this board.')
  const kept = await findKept(store, pepper, { workshop, board, note: id })
  if (!isKeyOf((kept ? kept.opensWith : note.withdrawKey) ?? '', key))
    throw new ApiError('forbidden', 'This key does not open this note.')
  return { note, kept }
}

/** `hash` is the hex SHA-256 of the key's letters. */
function isKeyOf(hash: string, key: string): boolean {
  const expected = createHash('sha256').update(key).digest()
  const given = Buffer.from(hash, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function readOwn({ note, kept }: OwnNote): CommandAnswer {
  return {
    text: kept ? (kept.texts.text ?? '') : note.text,
    sensitivity: sensitivityOf({ note, kept }),
    state: note.state ?? 'shared',
  }
}

const sensitivityOf = ({ note, kept }: OwnNote): Sensitivity =>
  sensitivities.find((one) => one === kept?.values.sensitivity) ?? note.sensitivity ?? 'normal'

/** Somebody else may have marked it: an author makes it only stricter. */
const stricter = (a: Sensitivity, b: Sensitivity): Sensitivity =>
  sensitivities.indexOf(a) > sensitivities.indexOf(b) ? a : b

async function edit(
  { services, workshop }: CommandContext,
  board: string,
  own: OwnNote,
  { text, sensitivity }: { text?: string | undefined; sensitivity?: Sensitivity | undefined },
): Promise<void> {
  const { rooms, store, pepper } = services
  const { id } = own.note
  const strict = stricter(sensitivityOf(own), sensitivity ?? 'normal')
  if (own.kept) {
    const { texts, values, opensWith } = own.kept
    await keep(
      store,
      pepper,
      { workshop, board, note: id },
      {
        texts: { ...texts, ...(text !== undefined && { text }) },
        values: { ...values, ...(strict !== 'normal' && { sensitivity: strict }) },
        opensWith,
      },
    )
    return
  }
  const document = documentNames.board(workshop, board)
  await rooms.transact(document, (doc) => {
    const map = noteMapOf(doc, id)
    if (text !== undefined && map) writeText(doc, id, text)
    if (strict !== 'normal' && map?.get('sensitivity') !== strict) map?.set('sensitivity', strict)
  })
  // What somebody took back should not be found in the history either.
  await rooms.purge(document)
}

async function withdraw(
  { services, workshop }: CommandContext,
  board: string,
  { note: { id } }: OwnNote,
): Promise<CommandAnswer> {
  const document = documentNames.board(workshop, board)
  await services.rooms.transact(document, (doc) => deleteNotes(doc, [id]))
  await services.rooms.purge(document)
  await forgetKept(services.store, { workshop, board, note: id })
  return { withdrawn: true }
}
