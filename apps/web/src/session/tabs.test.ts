import { toBeSent } from '@vispera/sync/client'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Doc } from 'yjs'
import { shareWithTabs } from './tabs.ts'

let rooms = 0

/** Tabs of one seat; each hears what the others write. */
function someTabs(count: number, generations: readonly number[] = []) {
  rooms += 1
  const name = `vispera/amina/w/board/${rooms}`
  return Array.from({ length: count }, (_, index) => {
    const doc = new Doc()
    const open = () => {
      const shared = shareWithTabs(name, doc, () => generations[index] ?? 1)
      onTestFinished(shared.close)
      return shared
    }
    return { doc, notes: doc.getMap<unknown>('notes'), open }
  })
}

const have = (tabs: readonly { notes: { toJSON(): unknown } }[], notes: unknown) =>
  vi.waitFor(() => expect(tabs.map((tab) => tab.notes.toJSON())).toEqual(tabs.map(() => notes)))

it('what is written in one tab stands in the others at once, and they send it too', async () => {
  const [one, two] = someTabs(2)
  if (!one || !two) throw new Error('no tabs')
  one.open()
  two.open()
  const origins: unknown[] = []
  two.doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
  one.notes.set('a', 1)
  await have([one, two], { a: 1 })
  expect(origins).toEqual([toBeSent])
})

it('a tab that is opened later gets what the others hold, and brings what only it holds', async () => {
  const tabs = someTabs(3)
  const [one, two, three] = tabs
  if (!one || !two || !three) throw new Error('no tabs')
  one.notes.set('a', 1)
  one.open()
  two.open()
  await have([one, two], { a: 1 })
  three.notes.set('b', 2)
  three.open()
  await have(tabs, { a: 1, b: 2 })
})

it('a tab that has closed is heard and told no more', async () => {
  const [one, two, three] = someTabs(3)
  if (!one || !two || !three) throw new Error('no tabs')
  one.open()
  const closing = two.open()
  closing.close()
  three.open()
  one.notes.set('a', 1)
  await have([one, three], { a: 1 })
  expect(two.notes.toJSON()).toEqual({})
})

it('P82 tabs that hold different generations of a document never mix them', async () => {
  const [old, restored, witness] = someTabs(3, [1, 2, 2])
  if (!old || !restored || !witness) throw new Error('no tabs')
  for (const tab of [old, restored, witness]) tab.open()
  old.notes.set('old', 1)
  restored.notes.set('new', 2)
  await have([restored, witness], { new: 2 })
  expect(old.notes.toJSON()).toEqual({ old: 1 })
})
