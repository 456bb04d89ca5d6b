import { comesTrue } from './a-place.ts'
import { openCounted, openPlain, textsOf, writeNote } from './people.ts'

// Started by clock-jumps.ts with a clock that is off: joins with both clients, sees what is there, writes a note.

const [url = '', token = '', board = '', stage = '', note = ''] = process.argv.slice(2)
const plain = openPlain(url, { token, board })
const counted = openCounted(url, { token, board })
const seen = openPlain(url, { token, board: stage })
await Promise.all([plain.synced, seen.synced])
writeNote(counted.doc, note, 'by somebody whose clock is off')
const isDone = await comesTrue(
  () => textsOf(plain.doc).has('note-1') && textsOf(plain.doc).has(note) && counted.status().pending === 0,
  20_000,
)
process.exit(isDone ? 0 : 1)
