import { documentNames, type Role, roles } from '@vispera/board'
import { openDocument, openWire, type SyncStatus } from '@vispera/sync/client'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Doc } from 'yjs'
import { closeCodeOf } from '../testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, type TestSeat, type TestServer } from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

type Place = Awaited<ReturnType<typeof aPlace>>

async function aPlace() {
  const [workshop, other] = [await aWorkshop(server), await aWorkshop(server)]
  const host = await aSeat(server, workshop, 'host')
  const stranger = await aSeat(server, other, 'host')
  return { workshop, host, stranger, board: host.documents.boards[0]?.document ?? '' }
}

const leads: readonly Role[] = ['host', 'facilitator', 'safety-keeper']
const writes: readonly Role[] = roles.filter((role) => role !== 'observer' && role !== 'screen')
/** An interpreter's words stand beside those of others, which takes a command of its own. */
const writesOnBoards: readonly Role[] = writes.filter((role) => role !== 'interpreter')

/** What may be asked for, and with which code each role is refused (null: let in). Written out on its own. */
const cells: readonly [string, (place: Place, seat: TestSeat) => string, (role: Role) => number | null][] = [
  ['the stage', ({ workshop }) => documentNames.stage(workshop.id), () => null],
  ['the threads', ({ workshop }) => documentNames.threads(workshop.id), () => null],
  ['a board', ({ board }) => board, () => null],
  [
    'their own draft',
    ({ workshop }, seat) => documentNames.draft(workshop.id, seat.participant.id),
    (role) => (writes.includes(role) ? null : 4403),
  ],
  ["the host's draft", ({ host }) => host.documents.draft ?? '', () => 4403],
  [
    'what those who lead share',
    ({ workshop }) => documentNames.lead(workshop.id),
    (role) => (leads.includes(role) ? null : 4403),
  ],
  ['a board that is not there', ({ workshop }) => documentNames.board(workshop.id, 'nope'), () => 4404],
  ['the stage of another workshop', ({ stranger }) => stranger.documents.stage, () => 4401],
  ['a board of another workshop', ({ stranger }) => stranger.documents.boards[0]?.document ?? '', () => 4401],
  ['an unknown workshop', () => documentNames.stage('nope'), () => 4401],
  ['no document', () => '', () => 4401],
  ['a name too deep', ({ workshop }) => `${workshop.id}/board/b/stage`, () => 4401],
]

/** Opens documents on one socket; for each the code that refused it, or null. */
async function onOneSocket(token: string, documents: readonly string[]): Promise<(number | null)[]> {
  const wire = openWire({ url: `${server.url.replace('http', 'ws')}/sync`, token })
  onTestFinished(wire.close)
  return Promise.all(
    documents.map((document) => {
      const opened = openDocument({ wire, document, doc: new Doc() })
      onTestFinished(opened.close)
      return new Promise<number | null>((resolve) => {
        const look = ({ synced, connection, closed }: SyncStatus) => {
          if (synced) resolve(null)
          else if (connection === 'refused') resolve(closed?.code ?? 0)
        }
        opened.subscribe(() => look(opened.status()))
      })
    }),
  )
}

describe('who may open what, on a socket of its own and on a channel', () => {
  test.each(roles)('as %s', async (role) => {
    const place = await aPlace()
    const seat = await aSeat(server, place.workshop, role)
    // The host's own draft is theirs to open; another host's is meant.
    const expected = cells.map(([what, name, refused]) => ({
      what,
      name: name(place, seat),
      code: refused(role),
    }))
    const open = expected.filter(({ code }) => code === null).map(({ name }) => name)
    expect(await onOneSocket(seat.token, open)).toEqual(open.map(() => null))
    for (const { what, name, code } of expected) {
      if (code === null) continue
      expect([what, 'y-websocket', await closeCodeOf(server, name, seat.token)]).toEqual([
        what,
        'y-websocket',
        code,
      ])
      // Beside a document that is open: 4403 and 4404 close the channel only, 4401 the whole socket.
      const [beside, refused] = await onOneSocket(seat.token, [place.board, name])
      expect([what, 'vispera.2', refused]).toEqual([what, 'vispera.2', code])
      if (code !== 4401) expect(beside).toBeNull()
    }
  })

  test.each([
    ['a wrong token', () => 'nope'],
    ['the token of another workshop', ({ stranger }: Place) => stranger.token],
    ['an expired seat', ({ host }: Place) => `${host.token}x`],
  ])('with %s', async (_, token) => {
    const place = await aPlace()
    const names = [documentNames.stage(place.workshop.id), place.board]
    expect(await onOneSocket(token(place), names)).toEqual([4401, 4401])
  })

  test('of a workshop that was deleted', async () => {
    const place = await aPlace()
    const { host, workshop, board } = place
    await ask(server, 'DELETE', `/api/workshops/${workshop.id}`, { token: host.token })
    expect(await onOneSocket(host.token, [documentNames.stage(workshop.id), board])).toEqual([4410, 4410])
  })
})

test.each(roles)(
  'what %s writes through a channel reaches the others only where they may write',
  async (role) => {
    const { workshop, host, board } = await aPlace()
    const seat = await aSeat(server, workshop, role)
    const connect = (token: string) => {
      const wire = openWire({ url: `${server.url.replace('http', 'ws')}/sync`, token })
      onTestFinished(wire.close)
      return (document: string) => {
        const opened = openDocument({ wire, document, doc: new Doc() })
        onTestFinished(opened.close)
        return opened
      }
    }
    const [theirs, hosts] = [connect(seat.token), connect(host.token)]
    const when = (one: ReturnType<typeof theirs>, is: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => is() && resolve()
        one.subscribe(look)
        one.doc.on('update', look)
        look()
      })
    const [boardHere, stageHere] = [theirs(board), theirs(documentNames.stage(workshop.id))]
    const [boardThere, stageThere] = [hosts(board), hosts(documentNames.stage(workshop.id))]
    for (const one of [boardHere, stageHere, boardThere, stageThere])
      await when(one, () => one.status().synced)
    stageHere.doc.getMap('workshop').set('title', 'Mine now')
    boardHere.doc.getMap('links').set('l', { kind: 'in-tension', from: 'a', to: 'b' })
    if (writesOnBoards.includes(role)) await when(boardThere, () => boardThere.doc.getMap('links').has('l'))
    // Whatever was sent before it on the same socket has been decided when this arrives.
    boardThere.doc.getMap('links').set('end', { kind: 'in-tension', from: 'a', to: 'b' })
    await when(boardHere, () => boardHere.doc.getMap('links').has('end'))
    expect(boardThere.doc.getMap('links').has('l')).toBe(writesOnBoards.includes(role))
    expect(stageThere.doc.getMap('workshop').get('title')).toBe('Our market')
    expect(stageHere.status().pending).toBe(1)
  },
)
