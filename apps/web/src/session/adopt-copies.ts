import { mergeUpdates } from 'yjs'
import { setAside } from './asides.ts'
import { readCopy } from './device-store.ts'
import { copyNames, copyPrefix, forgetCopies } from './kept-copies.ts'

/** Sets the copies of a seat that is no more aside, to be written again in another one, and forgets them. */
export async function adoptCopies(workshop: string, participant: string): Promise<void> {
  const owned = `${copyPrefix}${participant}/`
  const names = copyNames().filter((name) => name.startsWith(`${owned}${workshop}/`))
  for (const name of names) {
    const updates = await readCopy(name)
    if (updates.length === 0) continue
    const copy = mergeUpdates(updates)
    setAside(workshop, [{ document: name.slice(owned.length), copy, why: 'foreign' }])
  }
  forgetCopies((name) => names.includes(name))
}
