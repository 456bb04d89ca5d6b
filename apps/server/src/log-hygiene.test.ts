import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { addNotes } from '@vispera/board'
import { expect, test } from 'vitest'
import { aPerson, closeCodeOf } from './testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, keyOf } from './testing/a-server.ts'

test('no log, no metric and no file of the server says who, from where, with what key, or what was said', async () => {
  const metricsToken = 'canary-metrics-token'
  const server = await aServer({ TRUST_PROXY: 'yes', VISPERA_METRICS_TOKEN: metricsToken })
  const headers = { 'user-agent': 'Canary-Browser/7', 'x-forwarded-for': '203.0.113.77' }
  const title = 'canary-title'
  const workshop = await aWorkshop(server, { title, boards: [{ kind: 'vision-board' }] })
  const alias = 'canary-alias'
  const seat = await aSeat(server, workshop, 'participant', { alias })
  const observer = await aSeat(server, workshop, 'observer')
  const board = seat.documents.boards[0]
  const person = aPerson(server, board?.document ?? '', seat.token)
  await person.synced()
  addNotes(person.doc, [{ kind: 'vision-element', text: 'canary-note' }])
  const looker = aPerson(server, board?.document ?? '', observer.token)
  await looker.synced()
  // What an observer writes is refused, which is an incident worth a line.
  addNotes(looker.doc, [{ kind: 'vision-element', text: 'canary-refused' }])
  const path = `/api/workshops/${workshop.id}`
  await ask(server, 'GET', `${path}/boards/${board?.id}`, { token: seat.token, headers })
  await ask(server, 'POST', `${path}/join`, { body: { key: 'canary-wrong-key' }, headers })
  await ask(server, 'POST', `${path}/join`, { body: '{"canary-broken', headers })
  await ask(server, 'POST', '/api/codes/join', { body: { code: 'CANARY' }, headers })
  await ask(server, 'DELETE', path, { token: observer.token, headers })
  await ask(server, 'GET', '/canary-path.php?canary=query', { headers })
  await closeCodeOf(server, `${workshop.id}/stage`, 'canary-token')
  const measured = await ask(server, 'GET', '/metrics', {
    headers: { authorization: `Bearer ${metricsToken}` },
  })
  expect(measured.text).toContain('vispera_updates_refused_total')
  person.leave()
  looker.leave()
  const { folder } = server
  const stored = await readAll(join(folder, 'data'))
  await server.stop()

  const keys = [...Object.values(workshop.links).map(keyOf), seat.token, observer.token, workshop.code]
  const traces = ['Canary-Browser', '203.0.113.77', '127.0.0.1']
  for (const trace of [...traces, ...keys, alias, title, workshop.id, seat.participant.id, 'canary']) {
    expect([trace, server.log().includes(trace)]).toEqual([trace, false])
    expect([trace, measured.text.includes(trace)]).toEqual([trace, false])
  }
  // The store keeps the words of the workshop, and for twelve hours what people asked to be called; no more.
  for (const trace of [...traces, ...keys]) {
    expect([trace, stored.includes(trace)]).toEqual([trace, false])
  }
})

async function readAll(folder: string): Promise<string> {
  let text = ''
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if ((await stat(file)).isFile()) text += (await readFile(file)).toString('latin1')
  }
  return text
}
