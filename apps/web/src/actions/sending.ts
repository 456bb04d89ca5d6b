import { addCrossLink, addNotes, type BoardEntry, type Note, writeText } from '@vispera/board'
import type { Kind, Send } from '@vispera/kinds'
import { fetchKind } from '../board-ui/kinds-at-hand.ts'
import type { OpenBoard } from '../session/workshop-session.ts'
import { type ActionContext, change, shortWords } from './action-context.ts'
import { newNote } from './adding.ts'
import { lastKnownTexts } from './last-known.ts'
import { placesInList } from './lists.ts'
import { makeBoard, whenReady } from './other-boards.ts'

type Held = { readonly board: OpenBoard; release(): void }

/** A new board is asked for by this id; every other answer is a board's id. */
const newBoard = '+'

/** "Take this to ...": fills the one card that waits, or adds a note to the other board; linked either way. */
export async function sendNote(
  context: ActionContext,
  send: Send,
  noteId: string,
  stays?: string,
): Promise<void> {
  const { open, kind, session, t, locale, say, toast, ask, goTo } = context

  /** Boards that the note can be taken to. Where one card waits to be filled, empty ones first. */
  async function targets(): Promise<{ entry: BoardEntry; held: Held }[]> {
    const entries =
      session.stage()?.boards.filter((one) => one.kind === send.toKind && one.id !== open.entry.id) ?? []
    const found = entries.flatMap((entry) => {
      const held = session.openBoard(entry.id)
      return held ? [{ entry, held }] : []
    })
    await Promise.all(found.map(({ held }) => whenReady(held.board)))
    return found.filter(({ held }) => held.board.isReady())
  }

  const isTaken = ({ held }: { held: Pick<Held, 'board'> }) =>
    send.fixed !== undefined && (held.board.store.note(send.fixed)?.text.trim() ?? '') !== ''

  /** Which board: the only open one, or the person's answer. Null when they turn away. */
  async function choose(found: readonly { entry: BoardEntry; held: Held }[]): Promise<string | null> {
    const open = found.filter((one) => !isTaken(one))
    if (open.length === 1 && (send.fixed !== undefined || found.length === 1))
      return open[0]?.entry.id ?? null
    if (found.length === 0 && !session.canLead()) {
      toast({ message: t('outline.send.noBoard', { kind: t(`noteKind.${send.creates}`) }) })
      return null
    }
    if (found.length === 0) return newBoard
    return await ask({
      form: 'choice',
      title: t(`${kind.id}.send.${send.id}`),
      body: [t(send.fixed !== undefined ? 'outline.send.taken' : 'outline.send.which')],
      answers: [
        ...found.map((one) => ({
          id: one.entry.id,
          label: t(isTaken(one) ? 'outline.send.linkTo' : 'outline.send.to', {
            board: one.entry.title,
          }),
          ...(isTaken(one) ? { hint: shortWords(one.held.board.store.note(send.fixed as string), t) } : {}),
        })),
        ...(session.canLead() ? [{ id: newBoard, label: t('outline.send.newBoard') }] : []),
      ],
    })
  }

  function place(toKind: Kind, note: Note, target: OpenBoard) {
    const wasTaken = isTaken({ held: { board: target } })
    const done = change(
      context,
      (origin) => {
        const id =
          send.fixed !== undefined
            ? fillFixed(send, send.fixed, note, target, origin)
            : (addNotes(target.doc, [linkedNote(send, toKind, note, target)], origin)[0] as string)
        const ends = [
          { ref: { board: open.entry.id, note: note.id }, kind, note, board: open.entry },
          {
            ref: { board: target.entry.id, note: id },
            kind: toKind,
            note: target.store.note(id),
            board: target.entry,
          },
        ]
        if (stays !== undefined) writeText(open.doc, noteId, stays, 'text', origin)
        const [from, to] = send.linksBack ? ends.toReversed() : ends
        const lastKnown = lastKnownTexts(from, to)
        if (from && to)
          addCrossLink(
            session.threads,
            { kind: send.link, from: from.ref, to: to.ref, ...(lastKnown ? { lastKnown } : {}) },
            origin,
          )
        return id
      },
      null,
    )
    if (done === null) return
    const message = t(wasTaken ? 'outline.said.linkedAcross' : 'outline.said.sent', {
      board: target.entry.title,
    })
    say(message)
    toast({
      message,
      action: { label: t('outline.goThere'), onAction: () => goTo(target.entry.id, done) },
      leadsTo: target.entry.id,
    })
  }

  /** The kind's own short name for the first such board, the note's words for the others. */
  async function titleFor(toKind: Kind, others: number): Promise<string> {
    // The words of a kind that the workshop does not have yet are not on the page.
    const words = others === 0 ? await toKind.messages[locale]().catch(() => null) : null
    const name = words?.default[`${toKind.id}.short`]
    return typeof name === 'string' ? name : shortWords(open.store.note(noteId), t)
  }

  async function sendNow() {
    const toKind = await fetchKind(send.toKind).catch(() => undefined)
    if (!toKind) return toast({ message: t('outline.send.failed') })
    const found = await targets()
    let fresh: Held | null = null
    try {
      const chosen = await choose(found)
      if (chosen === null) return
      if (chosen === newBoard) {
        fresh = await makeBoard(session, { kind: send.toKind, title: await titleFor(toKind, found.length) })
        if (!fresh) return toast({ message: t('outline.send.failed') })
      }
      const target = fresh ?? found.find((one) => one.entry.id === chosen)?.held
      const note = open.store.note(noteId)
      if (target && note) place(toKind, note, target.board)
    } finally {
      for (const { held } of found) held.release()
      fresh?.release()
    }
  }

  await sendNow()
}

/** Words go into the one card that waits for them, never over words that stand there. */
function fillFixed(send: Send, fixed: string, note: Note, { doc, store }: OpenBoard, origin: object): string {
  if (!store.note(fixed))
    addNotes(doc, [{ id: fixed, kind: send.creates, text: send.copiesText ? note.text : '' }], origin)
  else if (send.copiesText && store.note(fixed)?.text.trim() === '')
    writeText(doc, fixed, note.text, 'text', origin)
  return fixed
}

function linkedNote(send: Send, toKind: Kind, note: Note, target: OpenBoard) {
  const board = target.store.board(target.entry)
  const home = toKind.zones.find((zone) => zone.holds !== 'fixed' && zone.noteKinds.includes(send.creates))
  const wanted = send.place && 'zone' in send.place ? send.place.zone : home?.id
  const place = wanted === undefined ? (send.place ?? null) : placesInList(board, { zone: wanted }, 1)[0]
  const made = newNote(toKind, send.creates, send.copiesText ? note.text : '', place ?? undefined)
  return {
    ...made,
    ...(note.sensitivity && note.sensitivity !== 'normal' ? { sensitivity: note.sensitivity } : {}),
  }
}
