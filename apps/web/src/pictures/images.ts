import { savesData } from '../later/saves-data.ts'
import { ApiError } from '../session/api-error.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'
import { fetchImage } from './media-api.ts'

/** A picture on this device. `gone`: the server has it no more, or does not show it to this seat. */
export type ImageState =
  | { readonly state: 'new' | 'coming' | 'failed' | 'gone' }
  | { readonly state: 'there'; readonly url: string }

/** The pictures of one workshop, each fetched once with this seat's token and kept while the page is open. */
export interface Images {
  /** Data is to be saved: pictures come when somebody asks for them. */
  readonly waitsToBeAsked: boolean
  look(id: string): ImageState
  fetch(id: string): void
  /** A picture that this device has just sent. */
  keep(id: string, bytes: Blob): void
  subscribe(id: string, listener: () => void): () => void
}

const unknown: ImageState = { state: 'new' }

export function openImages(load: (id: string) => Promise<Blob>, waitsToBeAsked = savesData()): Images {
  const states = new Map<string, ImageState>()
  const listeners = new Map<string, Set<() => void>>()
  const set = (id: string, state: ImageState) => {
    states.set(id, state)
    for (const listener of listeners.get(id) ?? []) listener()
  }
  const keep = (id: string, bytes: Blob) => set(id, { state: 'there', url: URL.createObjectURL(bytes) })

  const fetch = (id: string) => {
    const { state } = states.get(id) ?? unknown
    if (state !== 'new' && state !== 'failed') return
    set(id, { state: 'coming' })
    load(id).then(
      (bytes) => keep(id, bytes),
      (error: unknown) => set(id, { state: isGone(error) ? 'gone' : 'failed' }),
    )
  }

  return {
    waitsToBeAsked,
    look: (id) => states.get(id) ?? unknown,
    fetch,
    keep,
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set()
      listeners.set(id, own.add(listener))
      // As soon as the network is back, what failed is asked for again by whoever still shows it.
      const again = () => {
        if (states.get(id)?.state === 'failed') fetch(id)
      }
      addEventListener('online', again)
      return () => {
        own.delete(listener)
        removeEventListener('online', again)
      }
    },
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'not-found' || error.code === 'forbidden')

const bySession = new WeakMap<WorkshopSession, Images>()

export function imagesOf(session: WorkshopSession): Images {
  const images = bySession.get(session) ?? openImages((id) => fetchImage(session, id))
  bySession.set(session, images)
  return images
}
