import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { type Joined, makeWorkshop } from './a-workshop.ts'
import { openCounted, openPlain, textsOf, writeNote } from './people.ts'
import { startProcess } from './server-process.ts'

export interface KillNineOptions {
  readonly server: string
  /** The same with a slow disk, for every second cycle. */
  readonly slowServer?: string
  readonly cycles: number
  readonly port: number
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly onCycle?: (report: string) => void
}

export interface KillNineResult {
  readonly cycles: number
  /** Notes that somebody other than their writer had received, or that were acknowledged to their writer. */
  readonly seen: number
  readonly acknowledged: number
  readonly lateJoiners: number
  /** Of those: missing after the restart, or with less text than had been seen. */
  readonly lost: readonly string[]
  readonly slowestRestartMs: number
}

/**
 * Kills a server with SIGKILL at random moments, a few tenths of a second after people began to write, and
 * starts it again on the same data, over and over. Whatever any client ever received from it must be there.
 *
 * Two people write (one with a plain y-websocket provider, one with our client, whose acknowledgements
 * count as well), an observer listens, and every 50 ms somebody new joins and looks at what is there.
 */
export async function killNineCycles(options: KillNineOptions): Promise<KillNineResult> {
  const data = await mkdtemp(join(tmpdir(), 'vispera-kill-nine-'))
  let starts = 0
  const start = () => {
    starts += 1
    const { server, slowServer = server } = options
    return startProcess(starts % 2 === 0 ? slowServer : server, options.port, data)
  }
  /** Note id to the longest text that was seen of it. */
  const seen = new Map<string, string>()
  const lost = new Set<string>()
  let [acknowledged, lateJoiners, slowestRestartMs] = [0, 0, 0]
  let server = await start()
  try {
    const join = await makeWorkshop(server.url)
    const seats = [await join('participant'), await join('participant'), await join('observer')]
    const [first, second, observer] = seats
    const late = await join('participant')
    if (!first || !second || !observer) throw new Error('nobody came')

    for (let cycle = 1; cycle <= options.cycles; cycle += 1) {
      const crowd = gather(server.url, { first, second, observer, late }, seen, `c${cycle}`)
      await crowd.ready
      await pause(60 + 250 * options.random())
      await server.kill()
      acknowledged += crowd.disperse()
      lateJoiners += crowd.lateJoiners()

      const startedAt = performance.now()
      server = await start()
      slowestRestartMs = Math.max(slowestRestartMs, performance.now() - startedAt)
      const kept = await look(server.url, late)
      for (const [id, text] of seen) if (!kept.get(id)?.startsWith(text)) lost.add(id)
      options.onCycle?.(
        `cycle ${cycle}: ${seen.size} notes seen so far, ${kept.size} kept, ${lost.size} lost`,
      )
    }
  } finally {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
  return {
    cycles: options.cycles,
    seen: seen.size,
    acknowledged,
    lateJoiners,
    lost: [...lost],
    slowestRestartMs: Math.round(slowestRestartMs),
  }
}

interface Seats {
  readonly first: Joined
  readonly second: Joined
  readonly observer: Joined
  readonly late: Joined
}

function gather(url: string, seats: Seats, seen: Map<string, string>, cycle: string) {
  const closers: (() => void)[] = []
  let isOver = false
  let joined = 0

  const plain = (seat: Joined) => {
    const opened = openPlain(url, seat)
    closers.push(opened.close)
    return opened
  }
  /** Everything in a document was received from the server, except what its own writer wrote. */
  const remember = (doc: Y.Doc, except = 'nobody') => {
    for (const [id, text] of textsOf(doc)) {
      if (id.includes(`-${except}-`)) continue
      if (text.length >= (seen.get(id)?.length ?? 0)) seen.set(id, text)
    }
  }

  const writer = plain(seats.first)
  const observer = plain(seats.observer)
  const counted = openCounted(url, seats.second)
  closers.push(counted.close)
  const changes: string[] = []
  const writing = setInterval(() => {
    if (isOver) return
    write(writer.doc, `${cycle}-first-`)
    changes.push(write(counted.doc, `${cycle}-second-`))
  }, 8)
  const looking = setInterval(() => {
    if (isOver) return
    joined += 1
    const newcomer = plain(seats.late)
    newcomer.provider.on('sync', () => remember(newcomer.doc))
  }, 50)
  const ready = Promise.all([writer.synced, observer.synced])

  return {
    ready,
    lateJoiners: () => joined,
    /** Writes down what everybody has received, and lets go of everything; answers how much was acknowledged. */
    disperse(): number {
      isOver = true
      clearInterval(writing)
      clearInterval(looking)
      remember(writer.doc, 'first')
      remember(observer.doc)
      const { acknowledgedThrough, synced } = counted.status()
      // Our client takes a large board in pieces: before it has all, a note may still be without its words.
      if (synced) remember(counted.doc, 'second')
      for (const id of changes.slice(0, acknowledgedThrough)) if (!seen.has(id)) seen.set(id, '')
      for (const close of closers) close()
      return acknowledgedThrough
    },
  }
}

/** One change: a new note, or a word more in the newest note of the same writer. Answers its note. */
function write(doc: Y.Doc, prefix: string): string {
  const notes = doc.getMap<Y.Map<unknown>>('notes')
  const mine = [...notes.keys()].filter((id) => id.startsWith(prefix))
  const newest = mine.at(-1)
  const text = newest === undefined ? undefined : notes.get(newest)?.get('text')
  if (newest !== undefined && text instanceof Y.Text && text.length < 12) {
    text.insert(text.length, ' tide')
    return newest
  }
  const id = `${prefix}${mine.length + 1}`
  writeNote(doc, id, 'the')
  return id
}

async function look(url: string, seat: Joined): Promise<Map<string, string>> {
  const opened = openPlain(url, seat)
  await opened.synced
  const texts = textsOf(opened.doc)
  opened.close()
  return texts
}
