import { imageTypes, maxImageSide, newId, type StoredImage } from '@vispera/board'
import type { Store } from '@vispera/storage'
import { z } from 'zod'
import type { CleanImage } from './clean-image.ts'

const images = 'images'
/** What all pictures of one workshop may take together, in bytes; a saved copy of it all still fits an import. */
export const mostImageBytes = 20 * 1024 * 1024

const imageRecordSchema = z.object({
  type: z.enum(imageTypes),
  width: z.int().min(1).max(maxImageSide),
  height: z.int().min(1).max(maxImageSide),
  size: z.int(),
  /** Whether the sweep has ever seen a note show it, and since when none does. */
  wasShown: z.boolean().optional(),
  unusedSince: z.number().optional(),
})

type ImageRecord = z.infer<typeof imageRecordSchema>

/**
 * Pictures of workshops, by id. Bytes rest as documents of their own below the workshop's name, so that they go with
 * it, and no socket opens documents of that name; what is said of them rests as a record beside, in one transaction.
 */
export interface MediaShelf {
  /** Keeps a picture under a new id, or the one it had in a copy of its workshop; null when there is no more room. */
  put(workshop: string, image: CleanImage, id?: string): Promise<string | null>
  get(workshop: string, id: string): Promise<StoredImage | null>
  has(workshop: string, id: string): Promise<boolean>
  /** Those of the pictures that are there. */
  all(workshop: string, ids: Iterable<string>): Promise<Map<string, StoredImage>>
  forget(workshop: string): Promise<void>
  /**
   * Deletes pictures that no note has shown for a while: not the first time that none does, so that undo and a
   * device that is away find them again. `shownIn` answers the ids that a workshop's notes show, or null.
   */
  sweep(shownIn: (workshop: string) => Promise<ReadonlySet<string> | null>): Promise<void>
}

const dayMs = 24 * 60 * 60 * 1000
/** A picture outlives the last note that showed it by this long; */
const keepLeftMs = 7 * dayMs
/** one that was never seen on a board may still lie in somebody's drafts. */
const keepUnseenMs = 30 * dayMs

export function openMediaShelf(store: Store, now: () => number): MediaShelf {
  const documentOf = (workshop: string, id: string) => `${workshop}/media/${id}`
  const keyOf = (workshop: string, id: string) => `${workshop}/${id}`
  /** What is counted stays counted until it is written. */
  const inTurn = <T>(workshop: string, work: () => Promise<T>) => store.exclusively(`media ${workshop}`, work)

  const find = async (workshop: string, id: string) => {
    const parsed = imageRecordSchema.safeParse(await store.get(images, keyOf(workshop, id)))
    return parsed.success ? parsed.data : null
  }
  const list = async (prefix?: string) =>
    (await store.list(images, prefix)).map(({ key, value }) => {
      const [workshop = '', id = ''] = key.split('/')
      return { key, workshop, id, record: imageRecordSchema.safeParse(value).data ?? null }
    })
  const get = async (workshop: string, id: string): Promise<StoredImage | null> => {
    const record = await find(workshop, id)
    if (!record) return null
    const { tail } = await store.load(documentOf(workshop, id))
    const [bytes] = tail
    return bytes ? { type: record.type, bytes } : null
  }
  const remove = async (workshop: string, id: string) => {
    await store.delete(images, keyOf(workshop, id))
    await store.deleteDocuments(documentOf(workshop, id))
  }

  const judge = async (key: string, record: ImageRecord, isShown: boolean, removeIt: () => Promise<void>) => {
    const { wasShown = false, unusedSince, ...rest } = record
    if (isShown) {
      if (!wasShown || unusedSince !== undefined) await store.put(images, key, { ...rest, wasShown: true })
    } else if (unusedSince === undefined) {
      await store.put(images, key, { ...rest, wasShown, unusedSince: now() })
    } else if (now() - unusedSince > (wasShown ? keepLeftMs : keepUnseenMs)) await removeIt()
  }

  return {
    put: (workshop, { bytes, type, width, height }, id = newId()) =>
      inTurn(workshop, async () => {
        const kept = await list(`${workshop}/`)
        const taken = kept.reduce((sum, { record }) => sum + (record?.size ?? 0), 0)
        if (taken + bytes.length > mostImageBytes) return null
        const value = { type, width, height, size: bytes.length }
        await store.append({
          updates: [{ document: documentOf(workshop, id), update: bytes }],
          records: [{ kind: 'claim', collection: images, key: keyOf(workshop, id), value }],
        })
        return id
      }),
    get,
    has: async (workshop, id) => (await find(workshop, id)) !== null,
    async all(workshop, ids) {
      const found = new Map<string, StoredImage>()
      for (const id of ids) {
        const image = await get(workshop, id)
        if (image) found.set(id, image)
      }
      return found
    },
    forget: (workshop) =>
      inTurn(workshop, async () => {
        const kept = await list(`${workshop}/`)
        await store.write(kept.map(({ key }) => ({ kind: 'delete', collection: images, key })))
        await store.deleteDocuments(`${workshop}/media/`)
      }),
    async sweep(shownIn) {
      const byWorkshop = Map.groupBy(await list(), ({ workshop }) => workshop)
      for (const [workshop, kept] of byWorkshop) {
        const shown = await shownIn(workshop)
        if (!shown) continue
        for (const { key, id, record } of kept) {
          if (!record) await remove(workshop, id)
          else await judge(key, record, shown.has(id), () => remove(workshop, id))
        }
      }
    },
  }
}
