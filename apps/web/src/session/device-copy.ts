import type { Doc, Transaction } from 'yjs'
import { soon } from '../later/later.ts'
import { onceStands } from '../later/warm-up.ts'
import type { KeepOptions } from './keep-copy.ts'
import { copyPrefix, forgetCopies, isCopyKept } from './kept-copies.ts'
import type { LineOptions } from './line.ts'
import { writeStored } from './stored.ts'

/**
 * Copies of open documents in this browser, so that a closed tab or a crash loses nothing that was not sent
 * yet, and what other tabs with the same seat hear at once. Forgotten when somebody leaves, when the workshop is
 * deleted, and after two days.
 */
export interface DeviceCopies {
  /**
   * Brings what is kept into `doc` and keeps it from now on; answers the generation of what was kept, or 0. Never
   * fails: without storage there is no copy.
   */
  keep(document: string, doc: Doc): Promise<number>
  /** The server has said to which generation the document belongs. */
  belongs(document: string, generation: number): void
  /** Whether something of it may lie on this device from before. */
  isKept(document: string): boolean
  /** Whether this browser refused to keep something that it should have. */
  isLacking(): boolean
  release(document: string): void
  /** Deletes the copy of one document. */
  drop(document: string): Promise<void>
  /** Deletes this seat's copies, and its keys to notes; with `ofAll`, those of every seat that this browser ever had in the workshop. */
  forget(options?: { ofAll: boolean }): Promise<void>
}

/** A browser that does not answer must not keep anybody from the board. */
const patienceMs = 1_500

const keeping = soon(() => import('./keep-copy.ts').then(({ keepCopy }) => keepCopy))

/**
 * With `isAllowed` false (a protected workshop) everything stays in memory; `onLack` when storage fails, `onOld` when
 * a copy turns up that is of another history than its document.
 */
export function openDeviceCopies(
  workshop: string,
  participant: string,
  isAllowed: () => boolean,
  { onLack, onOld }: { onLack: () => void; onOld: (document: string, copy: Uint8Array) => void },
): DeviceCopies {
  const open = new Map<string, DeviceCopy>()
  const nameOf = (document: string) => `${copyPrefix}${participant}/${document}`
  let isLacking = false
  const onTrouble = () => {
    if (isLacking) return
    isLacking = true
    onLack()
  }
  const drop = async (document: string) => {
    const copy = open.get(document)
    open.delete(document)
    await copy?.clear()
    forgetCopies((name) => name === nameOf(document))
  }
  return {
    async keep(document, doc) {
      if (open.has(document)) return 0
      const name = nameOf(document)
      const told = { onTrouble, onOld: (old: Uint8Array) => onOld(document, old) }
      const copy = openCopy(name, doc, isAllowed, told)
      open.set(document, copy)
      if (!isAllowed() || !isCopyKept(name)) return 0
      return Promise.race([copy.begin(), wait(patienceMs)])
    },
    belongs: (document, generation) => open.get(document)?.belongs(generation),
    isKept: (document) => isAllowed() && isCopyKept(nameOf(document)),
    isLacking: () => isLacking && isAllowed(),
    release(document) {
      open.get(document)?.close()
      open.delete(document)
    },
    drop,
    async forget({ ofAll } = { ofAll: false }) {
      // The keys to notes, and where hearts were left: later parts keep them (own-keys.ts).
      for (const kept of ['keys', 'hearts']) writeStored(`${kept}.${workshop}`, null)
      await Promise.allSettled([...open.keys()].map(drop))
      forgetCopies(
        (name) =>
          name.startsWith(`${copyPrefix}${ofAll ? '' : participant}`) && name.includes(`/${workshop}/`),
      )
    },
  }
}

/** What a line has to know of the copy that its document began with. */
export type KeptOptions = Required<Pick<LineOptions, 'generation' | 'onGeneration'>>

export async function keepFrom(copies: DeviceCopies, name: string, doc: Doc): Promise<KeptOptions> {
  const generation = await copies.keep(name, doc)
  return { generation, onGeneration: (next) => copies.belongs(name, next) }
}

interface DeviceCopy {
  /** Starts now instead of later; resolves once what was kept is in the document. Never rejects. */
  begin(): Promise<number>
  belongs(generation: number): void
  close(): void
  clear(): Promise<void>
}

/**
 * A copy that starts with the first change made here, else once the board stands: before that there is nothing to
 * lose. Started, it takes in the whole document first, so that nothing of it is missing.
 */
function openCopy(
  name: string,
  doc: Doc,
  isAllowed: () => boolean,
  told: Pick<KeepOptions, 'onTrouble' | 'onOld'>,
): DeviceCopy {
  let copy: ReturnType<Awaited<ReturnType<typeof keeping.fetch>>> | null = null
  let generation = 0
  let isOver = false
  const begin = async (): Promise<number> => {
    try {
      const keepCopy = await keeping.fetch()
      if (isOver) return 0
      copy ??= keepCopy({ name, doc, isStored: isAllowed(), generation: () => generation, ...told })
      stopWaiting()
      generation ||= await copy.read
      if (generation !== 0) copy.belongs(generation)
    } catch {
      // Not fetched: the next change tries again. Or storage is switched off (some private windows): the
      // workshop works from memory.
      if (copy) told.onTrouble()
    }
    return generation
  }
  const onUpdate = (_: Uint8Array, __: unknown, ___: Doc, { local }: Transaction) => {
    if (local) void begin()
  }
  doc.on('update', onUpdate)
  const stopStanding = onceStands(() => void begin())
  const stopWaiting = () => {
    doc.off('update', onUpdate)
    stopStanding()
  }
  const close = () => {
    isOver = true
    stopWaiting()
    copy?.close()
  }
  return {
    begin,
    belongs(next) {
      generation = next
      copy?.belongs(next)
    },
    close,
    async clear() {
      close()
      await copy?.clear()
    },
  }
}

const wait = (ms: number) => new Promise<number>((resolve) => setTimeout(() => resolve(0), ms))
