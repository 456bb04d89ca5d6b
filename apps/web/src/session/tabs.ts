import { toBeSent } from '@vispera/sync/client'
import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector, type Transaction } from 'yjs'

type Said =
  | {
      readonly kind: 'ask'
      readonly generation: number
      readonly vector: Uint8Array
      readonly isFirst: boolean
    }
  | { readonly kind: 'update'; readonly generation: number; readonly update: Uint8Array }

/**
 * Shares a document with the other tabs that have the same seat, without the network. What was written in another
 * tab is sent from here too: that one may be closed before it got to the server, which takes it once.
 */
export function shareWithTabs(name: string, doc: Doc, generation: () => number): { close(): void } {
  if (typeof BroadcastChannel === 'undefined') return { close() {} }
  const channel = new BroadcastChannel(name)
  const say = (said: Said) => channel.postMessage(said)
  const ask = (isFirst: boolean) =>
    say({ kind: 'ask', generation: generation(), vector: encodeStateVector(doc), isFirst })
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    // A copy of another history is never merged in silence.
    if (data.generation !== generation()) return
    if (data.kind === 'update') return applyUpdate(doc, data.update, toBeSent)
    const update = encodeStateAsUpdate(doc, data.vector)
    if (update.length > 2) say({ kind: 'update', generation: generation(), update })
    if (data.isFirst) ask(false)
  }
  const tell = (update: Uint8Array, _: unknown, __: Doc, { local }: Transaction) => {
    if (local) say({ kind: 'update', generation: generation(), update })
  }
  doc.on('update', tell)
  ask(true)
  return {
    close() {
      doc.off('update', tell)
      channel.close()
    },
  }
}
