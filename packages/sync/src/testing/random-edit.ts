import * as Y from 'yjs'

/** Makes one edit of the kinds that boards see: new notes, typing, moves, deletions, order. */
export function randomEdit(doc: Y.Doc, random: () => number) {
  const notes = doc.getMap<Y.Map<unknown>>('notes')
  const order = doc.getArray<string>('order')
  const pick = (size: number) => Math.floor(random() * size)
  const ids = [...notes.keys()]
  const id = ids[pick(ids.length)]
  const note = id === undefined ? undefined : notes.get(id)
  doc.transact(() => {
    const kind = pick(10)
    if (!note || id === undefined || kind < 2) {
      const made = `n${pick(1_000_000)}`
      const text = new Y.Text('new')
      notes.set(
        made,
        new Y.Map<unknown>([
          ['kind', 'idea'],
          ['text', text],
          ['place', { x: pick(999), y: pick(999) }],
        ]),
      )
      order.insert(pick(order.length + 1), [made])
    } else if (kind < 6) {
      const text = note.get('text')
      if (!(text instanceof Y.Text)) return
      const at = pick(text.length + 1)
      if (random() < 0.3 && at < text.length) text.delete(at, 1 + pick(Math.min(5, text.length - at)))
      else text.insert(at, ['tide ', 'a', 'é', '🌊', 'မြစ်'][pick(5)] ?? '')
    } else if (kind < 8) {
      note.set('place', { x: pick(999), y: pick(999) })
    } else if (kind < 9) {
      notes.delete(id)
    } else if (order.length > 0) {
      order.delete(pick(order.length))
    }
  })
}
