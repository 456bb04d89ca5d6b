import { useEffect, useSyncExternalStore } from 'react'
import { laterParts, soonParts } from './later.ts'
import { savesData } from './saves-data.ts'

/** What somebody does who is about to do more. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const
/** Somebody who only looks gets everything as well: by now they may be out of reach of the network. */
const patienceMs = 10_000

let isWarm = false
let stands = false
const listeners = new Set<() => void>()

/** Whether the rest of the page is being fetched. Never on a connection on which data is to be saved. */
export const useIsWarm = (): boolean => useSyncExternalStore(subscribe, () => isWarm)

/** Whether the board has been drawn: what nobody can write or read without comes before, the rest after. */
export const useStands = (): boolean => useSyncExternalStore(subscribe, () => stands)

/** Runs once the board has been drawn; the answer calls that off. */
export function onceStands(run: () => void): () => void {
  if (stands) {
    run()
    return () => {}
  }
  const stop = subscribe(() => {
    if (!stands) return
    stop()
    run()
  })
  return stop
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Once the board stands: fetches the rest at the first sign of life, or after a while, when nothing else happens. */
export function useWarmUp(isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return
    void idle().then(() => {
      stands = true
      wake()
      // What fails is asked for again by whoever needs it.
      for (const part of soonParts) part.fetch().catch(() => {})
    })
    if (isWarm || savesData()) return
    const begin = () => {
      stop()
      isWarm = true
      wake()
      void fetchAll()
    }
    const timer = setTimeout(begin, patienceMs)
    for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true })
    const stop = () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, begin, { capture: true })
    }
    return stop
  }, [isDrawn])
}

function wake(): void {
  for (const listener of listeners) listener()
}

/** One part after another. What fails is left for the next time that the network comes back. */
async function fetchAll(): Promise<void> {
  let failed = 0
  // Parts that arrive bring parts of their own, which the loop goes on to.
  for (const part of laterParts) {
    if (part.now() !== undefined) continue
    await idle()
    await part.fetch().catch(() => {
      failed += 1
    })
  }
  if (failed > 0) addEventListener('online', () => void fetchAll(), { once: true })
}

const idle = () =>
  new Promise<void>((resolve) => {
    // Safari has learnt to be idle only lately.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve, 50)
  })
