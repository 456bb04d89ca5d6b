import { addNotes, type NewNote } from '@vispera/board'
import { createBoardContent, type Kind, kinds } from '@vispera/kinds'
import { useEffect, useMemo } from 'react'
import { openMemorySession } from '../../session/memory-session.ts'
import { SessionProvider } from '../../session/session-context.ts'
import type { Person } from '../../session/workshop-session.ts'
import WorkshopScreen from '../workshop/workshop-screen.tsx'

/**
 * `/dev/board?kind=<id>&notes=<n>&role=<role>&safety=<level>`, only in `vite dev`: the workshop screen over
 * local documents, every kind as a tab, the wanted one first.
 */
export default function DevBoard() {
  const session = useMemo(openDevSession, [])
  useEffect(() => {
    Object.assign(window, { session })
  }, [session])
  return (
    <SessionProvider value={session}>
      <WorkshopScreen />
    </SessionProvider>
  )
}

function openDevSession() {
  const search = new URLSearchParams(location.search)
  const first = search.get('kind')
  const count = Number(search.get('notes') ?? 24)
  const ordered = [...kinds].sort((a, b) => Number(b.id === first) - Number(a.id === first))
  return openMemorySession({
    title: 'Our market, our city',
    role: (search.get('role') ?? 'facilitator') as 'facilitator',
    safety: (search.get('safety') ?? 'guarded') as 'guarded',
    people,
    boards: ordered.map((kind) => ({
      id: kind.id,
      kind: kind.id,
      title: titleOf(kind),
      fill: (doc) => {
        createBoardContent(doc, kind)
        addNotes(doc, sampleNotes(kind, count))
      },
    })),
  })
}

const titleOf = (kind: Kind) => kind.id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())

const people: Person[] = ['Amina', 'Farai', 'Kyaw', 'Lucía', 'Nadia', ''].map((name, index) => ({
  id: `person-${index}`,
  name,
  color: index,
  role: index === 0 ? 'facilitator' : 'participant',
}))

const words = [
  'Early morning: the traders open their own stalls under a roof they own together.',
  'The rain drums on the tin and nobody runs to cover the tomatoes.',
  'Keys on my own belt.',
  'صار السوق قلب المدينة، والناس يلتقون فيه.',
  'Un puesto para quien empieza, sin pagar el primer año.',
  'မနက်စောစော ဈေးထဲမှာ ရယ်သံတွေ ကြားရတယ်။',
  'The books are open on Fridays. Anyone can ask.',
  'I sleep on Thursday nights.',
]

function sampleNotes(kind: Kind, count: number): NewNote[] {
  const fixed = new Set(kind.fixedNotes.map((note) => note.kind))
  const noteKinds = kind.noteKinds.filter((noteKind) => !fixed.has(noteKind.id))
  const lists = kind.zones.filter((zone) => zone.holds === 'list' && zone.noteKinds.length > 0)
  return Array.from({ length: count }, (_, index): NewNote => {
    const text = words[index % words.length] ?? ''
    const zone = lists[index % (lists.length || 1)]
    if (kind.layout.engine === 'canvas' && (index % 3 !== 0 || !zone)) {
      const place = { x: (index % 6) * 200, y: 150 + Math.floor(index / 6) * 140 }
      return { kind: noteKinds[0]?.id ?? '', text, place }
    }
    if (zone && index % 2 === 0) {
      return { kind: zone.noteKinds[0] ?? '', text, place: { zone: zone.id, order: `a${index % 10}` } }
    }
    return {
      kind: noteKinds[0]?.id ?? '',
      text,
      place: { zone: zone?.id ?? 'tray', order: `a${index % 10}` },
    }
  })
}
