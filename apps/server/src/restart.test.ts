import { DatabaseSync } from 'node:sqlite'
import { addNotes, notesOf } from '@vispera/board'
import { expect, test, vi } from 'vitest'
import { aPerson, closeCodeOf, until } from './testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop } from './testing/a-server.ts'

test('after a restart everything is there: boards, seats, links and the code', async () => {
  const before = await aServer()
  const workshop = await aWorkshop(before)
  const seat = await aSeat(before, workshop, 'participant', { alias: 'Amina' })
  const document = seat.documents.boards[0]?.document ?? ''
  const [writer, witness] = [aPerson(before, document, seat.token), aPerson(before, document, seat.token)]
  await Promise.all([writer.synced(), witness.synced()])
  addNotes(writer.doc, [{ id: 'n', kind: 'vision-element', text: 'Clean water' }])
  await until(witness, () => notesOf(witness.doc).has('n'))
  writer.leave()
  witness.leave()

  const after = await before.restart()
  const path = `/api/workshops/${workshop.id}`
  const board = await ask(after, 'GET', `${path}/boards/${seat.documents.boards[0]?.id}`, {
    token: seat.token,
  })
  expect(board.body.notes).toMatchObject([{ id: 'n', text: 'Clean water' }])
  const again = await aSeat(after, workshop, 'participant', { resume: seat.token })
  expect(again).toMatchObject({ token: seat.token, participant: seat.participant, alias: 'Amina' })
  const code = await ask(after, 'POST', '/api/codes/join', { body: { code: workshop.code } })
  expect(code.status).toBe(200)
  await after.stop()
})

test('a document that is damaged on disk is refused with a reason, never shown empty, never overwritten', async () => {
  const before = await aServer()
  const workshop = await aWorkshop(before, {
    title: 'T',
    boards: [{ kind: 'vision-board' }, { kind: 'victory-backcast' }],
  })
  const seat = await aSeat(before, workshop, 'participant')
  const [damaged, whole] = seat.documents.boards
  const path = (board: string | undefined) => `/api/workshops/${workshop.id}/boards/${board}`
  const notes = [{ kind: 'vision-element', text: 'Clean water' }]
  await ask(before, 'POST', `${path(damaged?.id)}/notes`, { token: seat.token, body: { notes } })

  const bytesOf = (database: DatabaseSync) =>
    database
      .prepare(
        'SELECT hex(bytes) AS bytes FROM log JOIN document ON document.id = log.document WHERE name = ?',
      )
      .all(damaged?.document ?? '')
  let stored: unknown
  const after = await before.restart((file) => {
    const database = new DatabaseSync(file)
    const flip =
      'UPDATE log SET bytes = zeroblob(length(bytes)) WHERE document = (SELECT id FROM document WHERE name = ?)'
    expect(database.prepare(flip).run(damaged?.document ?? '').changes).toBeGreaterThan(0)
    stored = bytesOf(database)
    database.close()
  })
  expect(await closeCodeOf(after, damaged?.document ?? '', seat.token)).toBe(4503)
  const answers = [
    await ask(after, 'GET', path(damaged?.id), { token: seat.token }),
    await ask(after, 'POST', `${path(damaged?.id)}/notes`, { token: seat.token, body: { notes } }),
    await ask(after, 'GET', `/api/workshops/${workshop.id}/record?format=json`, { token: seat.token }),
  ]
  for (const answer of answers) {
    expect(answer).toMatchObject({
      status: 503,
      body: { error: { code: 'unavailable', message: expect.stringContaining('damaged') } },
    })
  }
  expect((await ask(after, 'GET', path(whole?.id), { token: seat.token })).status).toBe(200)
  const record = await ask(after, 'GET', `/api/workshops/${workshop.id}/record?format=markdown`, {
    token: seat.token,
  })
  expect([record.status, record.text]).toEqual([200, expect.stringContaining('1 entry could not be read')])
  await vi.waitFor(async () =>
    expect((await ask(after, 'GET', '/api/health')).body).toMatchObject({
      status: 'degraded',
      concerns: ['damage'],
      storage: { writable: true, damaged: 1 },
    }),
  )
  const last = await after.restart((file) => {
    const database = new DatabaseSync(file)
    expect(bytesOf(database)).toEqual(stored)
    database.close()
  })
  await last.stop()
})
