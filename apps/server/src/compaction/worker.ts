import { parentPort } from 'node:worker_threads'
import { type CompactJob, inlineCompactor } from '@vispera/sync'

/** Versions of one document, piece after piece in one buffer. */
interface Packed {
  readonly bytes: ArrayBuffer
  readonly lengths: readonly (readonly number[])[]
  readonly roots: CompactJob['roots']
}

export type Job =
  | (Packed & { readonly kind: 'compact'; readonly vector: Uint8Array })
  | (Packed & { readonly kind: 'compare' })

export type Answer<T> = { readonly value: T } | { readonly error: string }

parentPort?.on('message', async (job: Job) => {
  try {
    const versions = unpack(job)
    const { roots } = job
    if (job.kind === 'compare') say({ value: await inlineCompactor.compare({ versions, roots }) }, [])
    else {
      const made = await inlineCompactor.compact({ parts: versions[0] ?? [], vector: job.vector, roots })
      const bytes = made.bytes.slice()
      say({ value: { ...made, bytes } }, [bytes.buffer])
    }
  } catch (error) {
    say({ error: error instanceof Error ? error.message : String(error) }, [])
  }
})

function say(answer: Answer<unknown>, handedOver: ArrayBuffer[]) {
  parentPort?.postMessage(answer, handedOver)
}

function unpack({ bytes, lengths }: Packed): Uint8Array[][] {
  let at = 0
  return lengths.map((parts) =>
    parts.map((length) => {
      const part = new Uint8Array(bytes, at, length)
      at += length
      return part
    }),
  )
}
