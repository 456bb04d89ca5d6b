import type { WorkshopFile } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aSeat,
  aServer,
  ask,
  type TestSeat,
  type TestServer,
  type TestWorkshop,
} from '../testing/a-server.ts'

let server: TestServer
let workshop: TestWorkshop
let seat: TestSeat
beforeAll(async () => {
  server = await aServer()
  workshop = (await ask<TestWorkshop>(server, 'POST', '/api/examples', { body: {} })).body
  seat = await aSeat(server, workshop, 'participant')
})
afterAll(() => server.stop())

const take = (query: string, token = seat.token) =>
  ask(server, 'GET', `/api/workshops/${workshop.id}/record?${query}`, { token })

describe('the record', () => {
  test.each([
    ['markdown', 'text/markdown', '.md'],
    ['html', 'text/html', '.html'],
    ['csv', 'application/zip', '.zip'],
    ['json', 'application/json', '.json'],
  ])('comes as %s, to be saved under the title of the workshop', async (format, type, ending) => {
    const answer = await take(`format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename\\*=UTF-8''[^;"]+\\${ending}$`),
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.text.length).toBeGreaterThan(500)
  })

  test('comes as PDF', async () => {
    const answer = await take('format=pdf')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.text.startsWith('%PDF-')).toBe(true)
  })

  test('is one table where one board is asked for', async () => {
    const backcast = seat.documents.boards[1]?.id
    const answer = await take(`format=csv&board=${backcast}`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect((await take('format=csv&board=nope')).status).toBe(404)
  })

  test('speaks the language that is asked for, else the workshop’s own', async () => {
    const [english, spanish] = [await take('format=markdown'), await take('format=markdown&lang=es')]
    expect(english.text).not.toBe(spanish.text)
    expect((await take('format=markdown&lang=tlh')).text).toBe(english.text)
  })

  test('holds sensitive notes only when somebody with a say ticks it', async () => {
    const observer = await aSeat(server, workshop, 'observer')
    expect((await take('format=markdown&sensitive=true')).status).toBe(200)
    expect((await take('format=markdown&sensitive=true', observer.token)).status).toBe(403)
    expect((await take('format=markdown', observer.token)).status).toBe(200)
  })

  test('never holds what is hidden for care, whoever asks and whatever they tick', async () => {
    const [board] = seat.documents.boards
    const file = (await take('format=json')).body as unknown as WorkshopFile
    file.boards
      .find(({ id }) => id === board?.id)
      ?.notes.push(
        { id: 'hidden', kind: 'value', text: 'Held-back words', state: 'hidden-for-care' },
        { id: 'tender', kind: 'value', text: 'Tender words', sensitivity: 'sensitive' },
      )
    const made = await ask<TestWorkshop>(server, 'POST', '/api/workshops/import', { body: file })
    expect(made.status).toBe(201)
    const [host, observer] = [
      await aSeat(server, made.body, 'host'),
      await aSeat(server, made.body, 'observer'),
    ]
    const path = `/api/workshops/${made.body.id}`
    const takeHere = (query: string) => ask(server, 'GET', `${path}/record?${query}`, { token: host.token })
    for (const format of ['markdown', 'html']) {
      const plain = await takeHere(`format=${format}`)
      const ticked = await takeHere(`format=${format}&sensitive=true`)
      expect(`${plain.text} ${ticked.text}`).not.toContain('Held-back words')
      expect(plain.text).not.toContain('Tender words')
      expect(ticked.text).toContain('Tender words')
    }
    const seen = ({ token }: TestSeat) => ask(server, 'GET', `${path}/boards/${board?.id}`, { token })
    expect((await seen(host)).text).toContain('Held-back words')
    expect((await seen(observer)).text).not.toContain('Held-back words')
  })

  test('as a whole copy is for those who may write on the boards', async () => {
    const observer = await aSeat(server, workshop, 'observer')
    expect(await take('format=json', observer.token)).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', message: expect.stringContaining('whole') } },
    })
    expect((await take('format=json&sensitive=true', observer.token)).status).toBe(403)
    expect((await take('format=json')).status).toBe(200)
  })

  test('in a format that is not there says which there are', async () => {
    const answer = await take('format=docx')
    expect(answer).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'invalid',
          message: 'format: There is no such format; there are html, pdf, markdown, csv, json',
        },
      },
    })
  })
})
