import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

export type WireCall =
  | { readonly kind: 'open'; readonly user: number; readonly url: string; readonly token: string }
  | { readonly kind: 'send'; readonly user: number; readonly bytes: Uint8Array }
  | { readonly kind: 'close'; readonly user: number }
  | { readonly kind: 'take'; readonly waitMs: number }

export interface Taken {
  /** What has arrived since the last time. */
  readonly frames: readonly { readonly user: number; readonly bytes: Uint8Array }[]
  /** Everything that was sent is acknowledged. */
  readonly isQuiet: boolean
  /** The codes with which the server has closed sockets. */
  readonly closed: readonly number[]
}

/**
 * Sockets for code that cannot wait: they live in a thread of their own, and every call here is over when it
 * answers. The harness of Yjs is such code.
 */
export function openWire() {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const { port1: near, port2: far } = new MessageChannel()
  const worker = new Worker(new URL('./wire-worker.ts', import.meta.url), {
    workerData: { flag, port: far },
    transferList: [far],
  })
  function ask<T>(call: WireCall): T {
    Atomics.store(flag, 0, 0)
    near.postMessage(call)
    Atomics.wait(flag, 0, 0, 30_000)
    const answer = receiveMessageOnPort(near)
    if (!answer) throw new Error(`the wire did not answer: ${call.kind}`)
    if (answer.message.error) throw new Error(answer.message.error)
    return answer.message as T
  }
  return {
    open: (user: number, url: string, token: string) => ask({ kind: 'open', user, url, token }),
    send: (user: number, bytes: Uint8Array) => near.postMessage({ kind: 'send', user, bytes }),
    close: (user: number) => ask({ kind: 'close', user }),
    take: (waitMs: number) => ask<Taken>({ kind: 'take', waitMs }),
    end() {
      near.close()
      return worker.terminate()
    },
  }
}
