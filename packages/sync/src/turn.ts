import type { RecordChange } from '@vispera/storage'
import * as Y from 'yjs'
import { applyPlainly } from './apply-plainly.ts'
import { asSent, bringsWhatIsGone } from './as-sent.ts'
import { closeCodes } from './close-codes.ts'
import type { Desk } from './desk.ts'
import { isEmptyUpdate } from './frames.ts'
import { examineOrder } from './gate/examine-order.ts'
import { type Accepted, examineUpdate } from './gate/examine-update.ts'
import type { SyncFrame } from './inbox.ts'
import type { RoomMember } from './member.ts'
import type { Owner } from './owners.ts'
import type { Check } from './rules.ts'
import type { Session } from './session.ts'
import { SyncError } from './sync-error.ts'
import { beforeChange } from './take-back.ts'

/** A change of the server's own, or a look at the document. `settle` gets the error, or `null`. */
export interface OwnWork {
  readonly run: (doc: Y.Doc) => void
  readonly settle: (error: unknown) => void
}

/**
 * What happens to a document between two commits. A turn applies what came in, in order, to the live
 * document; then all of it is committed at once; only then anybody hears of it.
 */
export interface Turn {
  readonly updates: Uint8Array[]
  readonly claims: RecordChange[]
  /** Those whose updates are in this turn. */
  readonly authors: Set<RoomMember>
  /** What to tell each sender, in the order of their frames, once the turn is durable. */
  readonly outcomes: { readonly member: RoomMember; readonly frame: SyncFrame; readonly isTaken: boolean }[]
  readonly changes: OwnWork[]
  /** What the check said about updates of this turn, for logs. */
  readonly remarks: Remark[]
}

export interface Remark {
  readonly kind: 'change-taken-back' | 'check-failed'
  readonly reason: string
  readonly participant: string
}

export function newTurn(): Turn {
  return { updates: [], claims: [], authors: new Set(), outcomes: [], changes: [], remarks: [] }
}

/**
 * Takes a client's frame: through the gate, then into the live document. Calls `behind`, if there is one, instead
 * of refusing it: its sender may have been told of more than is known here.
 */
export function takeFrame(
  turn: Turn,
  desk: Desk,
  member: RoomMember,
  frame: SyncFrame,
  behind: (() => void) | null,
) {
  if (member.isExpelled()) return
  const outcome = (isTaken: boolean) => turn.outcomes.push({ member, frame, isTaken })
  if (isEmptyUpdate(frame.update)) return outcome(true)
  if (member.session.access !== 'write') return outcome(false)

  const { document, owners, rules } = desk
  const { participant } = member.session
  const kind = frame.kind === 'step2' && member.isAnswerDue() ? 'opening' : 'update'
  const context = { doc: document.doc(), rules, participant, ownerOf: owners.of }
  const verdict = examineUpdate(frame.update, kind, context)
  if (verdict.kind === 'nothing') return outcome(true)
  if (verdict.kind === 'refused') {
    if (verdict.refusal === 'gap' && kind === 'update') return outcome(false)
    if (behind) return behind()
    return member.refuse(`update refused: ${verdict.refusal}`)
  }
  if (document.bytes() > rules.maxBytes) return member.expel(closeCodes.full, 'this document is full')
  try {
    const { updates, value } = document.apply(
      turn.updates,
      (doc, listen) => applyChecked(doc, verdict, rules.check, member.session, listen),
      asSent(verdict),
    )
    turn.updates.push(...updates)
    turn.remarks.push(...value)
  } catch {
    // The gate has missed something. The live document is as it was before this frame.
    return member.refuse('update refused: malformed')
  }
  turn.claims.push(...owners.claim(verdict.newClients, participant))
  if (turn.remarks.length > 0) turn.claims.push(...owners.claimForServer(unowned(turn.updates, owners.of)))
  turn.authors.add(member)
  return outcome(true)
}

/**
 * Applies a client's update and takes back what the check finds in it, as one transaction: nobody ever
 * sees the one without the other. Calls `listen` where what happens is not what the update says.
 */
function applyChecked(
  doc: Y.Doc,
  accepted: Accepted,
  check: Check | null,
  session: Session,
  listen: () => void,
): Remark[] {
  return doc.transact((transaction) => {
    applyPlainly(doc, [accepted.update])
    examineOrder(accepted.inserted, doc)
    if (bringsWhatIsGone(accepted, transaction)) listen()
    if (!check) return []
    const { participant } = session
    const before = beforeChange(transaction)
    try {
      const { changed } = transaction
      const violations = check({ doc, session, changed, before: before.value, had: before.has })
      if (violations.length > 0) listen()
      for (const { map, key } of violations) before.restore(map, key)
      for (const { instead } of violations) instead?.()
      return violations.map(({ reason }) => ({ kind: 'change-taken-back', reason, participant }))
    } catch (error) {
      // A mistake in a rule must not take anybody's words.
      return [{ kind: 'check-failed', reason: String(error), participant }]
    }
  })
}

/** Makes a change of the server's own; settles it at once if it throws. */
export function takeChange(turn: Turn, { document, owners, rules }: Desk, change: OwnWork) {
  if (document.bytes() > rules.maxBytes) return change.settle(new SyncError('full', 'this document is full'))
  try {
    const { updates } = document.apply(turn.updates, (doc) => doc.transact(() => change.run(doc)))
    turn.updates.push(...updates)
    turn.claims.push(...owners.claimForServer(unowned(updates, owners.of)))
    turn.changes.push(change)
  } catch (error) {
    change.settle(error)
  }
}

/** Lets the server look at the committed state; undoes what it changes there. */
export function takeLook({ document }: Desk, look: OwnWork) {
  let thrown: unknown = null
  try {
    document.apply([], (doc) => {
      try {
        look.run(doc)
      } catch (error) {
        thrown = error
      }
      if (document.changesSeen() > 0) throw new Error('a look must not change the document')
    })
    look.settle(thrown)
  } catch (error) {
    look.settle(error)
  }
}

function unowned(
  updates: readonly Uint8Array[],
  ownerOf: (client: number) => Owner | undefined,
): Set<number> {
  const clients = updates.flatMap((update) => [...Y.parseUpdateMeta(update).to.keys()])
  return new Set(clients.filter((client) => ownerOf(client) === undefined))
}
