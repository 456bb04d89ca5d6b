import { addNotes } from '@vispera/board'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aPerson, closeCodeOf, until } from '../testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, keyOf } from '../testing/a-server.ts'

const token = 'a-token-for-the-metrics'

async function aMeasuredServer() {
  const server = await aServer({ VISPERA_METRICS_TOKEN: token })
  onTestFinished(() => server.stop())
  return server
}

/** Samples by name and labels, and the types, of the Prometheus text format; throws at a line that is neither. */
function parse(text: string) {
  const samples = new Map<string, number>()
  const types = new Map<string, string>()
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line)
    if (type) types.set(type[1] ?? '', type[2] ?? '')
    if (line.startsWith('# HELP ') || type) continue
    const sample = /^([a-z_:][a-z0-9_:]*(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})?) (\S+)$/i.exec(line)
    if (!sample || (Number.isNaN(Number(sample[2])) && sample[2] !== 'Nan'))
      throw new Error(`not a sample: ${line}`)
    samples.set(sample[1] ?? '', Number(sample[2]))
  }
  return { samples, types }
}

describe('metrics', () => {
  test('are nowhere unless the configuration names a token, and not for a wrong one', async () => {
    const plain = await aServer()
    onTestFinished(() => plain.stop())
    const headers = { authorization: `Bearer ${token}` }
    expect((await ask(plain, 'GET', '/metrics', { headers })).status).toBe(404)
    const server = await aMeasuredServer()
    for (const authorization of ['', 'Bearer wrong', token]) {
      expect((await ask(server, 'GET', '/metrics', { headers: { authorization } })).status).toBe(404)
    }
    expect((await ask(server, 'GET', '/metrics', { headers })).status).toBe(200)
  })

  test('tell what is open, who is here by role, how long things took and what was refused', async () => {
    const server = await aMeasuredServer()
    const workshop = await aWorkshop(server)
    const seat = await aSeat(server, workshop, 'participant')
    const observer = await aSeat(server, workshop, 'observer')
    const board = seat.documents.boards[0]?.document ?? ''
    const [writer, other] = [aPerson(server, board, seat.token), aPerson(server, board, observer.token)]
    await Promise.all([writer.synced(), other.synced()])
    addNotes(writer.doc, [{ kind: 'vision-element', text: 'bread' }])
    await until(other, () => other.doc.getMap('notes').size === 1)
    await closeCodeOf(server, board, 'nobody')

    const { text, headers } = await ask(server, 'GET', '/metrics', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4')
    const { samples, types } = parse(text)
    expect(types.get('vispera_commit_seconds')).toBe('histogram')
    expect(samples.get('vispera_rooms_open')).toBeGreaterThan(0)
    expect(samples.get('vispera_people{role="participant"}')).toBe(1)
    expect(samples.get('vispera_people{role="observer"}')).toBe(1)
    expect(samples.get('vispera_sockets{role="participant"}')).toBe(1)
    expect(samples.get('vispera_commit_seconds_count')).toBeGreaterThan(0)
    expect(samples.get('vispera_relay_seconds_count')).toBeGreaterThan(0)
    expect(samples.get('vispera_store_requests_waiting')).toBe(0)
    expect(samples.get('vispera_updates_committed_total')).toBeGreaterThan(0)
    expect(samples.get('vispera_socket_closes_total{code="4401"}')).toBe(1)
    expect(samples.get('vispera_http_requests_total{route="/api/workshops",status="2xx"}')).toBe(1)
    expect(samples.get('vispera_http_requests_total{route="/api/workshops/:id/join",status="2xx"}')).toBe(2)
    expect(samples.get('vispera_received_bytes_total')).toBeGreaterThan(500)
    expect(samples.get('vispera_sent_bytes_total')).toBeGreaterThan(500)
    expect(samples.get('vispera_disk_free_bytes')).toBeGreaterThan(0)
    expect(samples.get('vispera_bus_connected')).toBe(1)
    expect(samples.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
    expect(samples.has('process_resident_memory_bytes')).toBe(true)
    writer.leave()
    other.leave()
  })

  test('hold no workshop, board, person, name, address, browser or key', async () => {
    const server = await aMeasuredServer()
    const headers = { 'user-agent': 'Canary-Browser/7', 'x-forwarded-for': '203.0.113.77' }
    const workshop = await aWorkshop(server, { title: 'canary-title', boards: [{ kind: 'vision-board' }] })
    const seat = await aSeat(server, workshop, 'participant', { alias: 'canary-alias' })
    const board = seat.documents.boards[0]
    const path = `/api/workshops/${workshop.id}`
    await ask(server, 'GET', `${path}/boards/${board?.id}`, { token: seat.token, headers })
    await ask(server, 'POST', `${path}/join`, { body: { key: 'canary-wrong-key' }, headers })
    for (const strange of ['/canary-path.php?canary=query', '/api/canary', '/sync/canary', '/canary'])
      await ask(server, 'GET', strange, { headers })
    await closeCodeOf(server, `${workshop.id}/stage`, 'canary-token')
    const { text } = await ask(server, 'GET', '/metrics', {
      headers: { ...headers, authorization: `Bearer ${token}` },
    })
    const keys = Object.values(workshop.links).map(keyOf)
    for (const trace of [
      ...keys,
      seat.token,
      workshop.code,
      workshop.id,
      board?.id ?? '?',
      seat.participant.id,
      'anary',
      '203.0.113.77',
      '127.0.0.1',
      token,
    ])
      expect([trace, text.includes(trace)]).toEqual([trace, false])
    const labels = [...text.matchAll(/[{,]([a-z_]+)="/g)].map(([, label]) => label)
    const ours = new Set(['role', 'reason', 'code', 'route', 'status', 'le'])
    const ofProcess = new Set(['kind', 'space', 'type', 'version', 'major', 'minor', 'patch', 'quantile'])
    expect(
      [...new Set(labels)].filter((label) => label && !ours.has(label) && !ofProcess.has(label)),
    ).toEqual([])
  })
})
