import * as z from 'zod/mini'
import type { Board } from './board.ts'
import type { AgendaStage } from './facilitation/agenda.ts'
import { type Gathering, mostGatherings } from './facilitation/gatherings.ts'
import type { Decision, Vote } from './facilitation/vote.ts'
import type { CrossLink } from './link.ts'
import { imageTypes, mediaIdSchema, type StoredImage } from './media/media.ts'
import type { WorkshopFacts } from './workshop.ts'

/** A whole workshop as plain values: what a record is made from. */
export interface ParsedWorkshop {
  readonly workshop: WorkshopFacts
  readonly boards: readonly Board[]
  readonly threads: readonly CrossLink[]
  readonly leftOut: number
  /** The agenda as it stands, with how long each stage ran; votes oldest first; decisions as they were made. */
  readonly agenda?: readonly AgendaStage[]
  readonly votes?: readonly Vote[]
  readonly decisions?: readonly Decision[]
  /** Of a series, by when they begin. */
  readonly gatherings?: readonly Gathering[]
  /** Bytes of the images that notes show, by `mediaId`, as far as they are there. */
  readonly images?: ReadonlyMap<string, StoredImage>
}

/** Version of the JSON file written by this release; a newer file is refused politely. */
export const workshopFileVersion = 1

const recordsUpTo = (most: number) =>
  z.optional(z.array(z.record(z.string(), z.unknown())).check(z.maxLength(most)))

/** The envelope of a saved workshop; its records are parsed one by one by whoever imports it. */
export const workshopFileSchema = z.object({
  format: z.literal('vispera-workshop'),
  version: z.int(),
  workshop: z.record(z.string(), z.unknown()),
  boards: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        notes: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(20_000)),
        links: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(60_000)),
        settings: z.record(z.string(), z.unknown()),
      }),
    )
    .check(z.maxLength(100)),
  threads: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(60_000)),
  agenda: recordsUpTo(1_000),
  votes: recordsUpTo(2_000),
  decisions: recordsUpTo(2_000),
  gatherings: recordsUpTo(mostGatherings),
  /** How many notes were hidden for care and are not in here. */
  hiddenForCare: z.optional(z.int()),
  /** Images by id, their bytes in base64. */
  images: z.optional(z.record(mediaIdSchema, z.object({ type: z.enum(imageTypes), base64: z.string() }))),
})
export type WorkshopFile = z.infer<typeof workshopFileSchema>
