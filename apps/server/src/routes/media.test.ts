import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aSeat,
  aServer,
  ask,
  aWorkshop,
  type TestSeat,
  type TestServer,
  type TestWorkshop,
} from '../testing/a-server.ts'
import { bare, jpegWithSecrets, latin, secret, webpWithSecrets, withSize } from '../testing/pictures.ts'

let server: TestServer
let workshop: TestWorkshop
let host: TestSeat
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  workshop = await aWorkshop(server)
  host = await aSeat(server, workshop, 'host')
})

interface Kept {
  readonly id: string
  readonly type: string
  readonly width: number
  readonly height: number
}

const path = (rest = '') => `/api/workshops/${workshop.id}/media${rest}`
const send = (body: unknown, { token } = host, headers = {}) =>
  ask<Kept>(server, 'POST', path(), { token, body, headers })

async function bytesOf(id: string, { token } = host) {
  const answer = await fetch(server.url + path(`/${id}`), { headers: { authorization: `Bearer ${token}` } })
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

const addNote = (note: object, { token } = host) => {
  const board = host.documents.boards[0]?.id
  const notes = [{ kind: 'vision-element', text: 'three stalls', ...note }]
  return ask(server, 'POST', `/api/workshops/${workshop.id}/boards/${board}/notes`, {
    token,
    body: { notes },
  })
}
const imageOf = ({ id, width, height }: Kept) => ({
  kind: 'image',
  alt: 'three stalls',
  mediaId: id,
  width,
  height,
})

describe('a picture', () => {
  test('comes back as it is drawn, without where, when and by whom it was made', async () => {
    for (const [given, type, left] of [
      [jpegWithSecrets, 'image/jpeg', bare.jpeg],
      [webpWithSecrets, 'image/webp', bare.webp],
    ] as const) {
      const kept = await send(given)
      expect([kept.status, kept.body]).toMatchObject([201, { type, width: 12, height: 8, size: left.length }])
      const { answer, bytes } = await bytesOf(kept.body.id)
      expect(bytes).toEqual(left)
      expect(Buffer.from(bytes).includes(secret)).toBe(false)
      expect(answer.headers.get('content-type')).toBe(type)
    }
  })

  test('is nothing but a picture to whoever opens it, and stays with whoever asked', async () => {
    const { body } = await send(bare.png)
    const { answer } = await bytesOf(body.id)
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="picture.png"')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('vary')).toContain('Authorization')
    await ask(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
      token: host.token,
      body: { command: 'safety', level: 'open' },
    })
    expect((await bytesOf(body.id)).answer.headers.get('cache-control')).toBe('private, max-age=3600')
  })

  test.each([
    ['an SVG called PNG', latin('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'not-a-picture'],
    ['a GIF', latin('GIF89a\x01\0\x01\0\0\0\0;'), 415, 'not-a-picture'],
    ['a ZIP', latin('PK\x03\x04'), 415, 'not-a-picture'],
    ['nothing', new Uint8Array(), 415, 'not-a-picture'],
    ['half a picture', bare.jpeg.subarray(0, 200), 422, 'invalid'],
    ['a picture of 65,500 pixels', withSize('png', 65_500, 65_500), 422, 'invalid'],
    ['more than 600 kB', new Uint8Array(601 * 1024), 413, 'too-large'],
    ['JSON', { picture: 'x' }, 415, 'not-a-picture'],
  ])('%s is none', async (_, body, status, code) => {
    const answer = await send(body)
    expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }])
  })

  test('is told by its bytes, not by what it is called', async () => {
    const { body } = await send(bare.png, host, { 'content-type': 'image/svg+xml' })
    expect(body.type).toBe('image/png')
  })

  test('of another workshop is not there', async () => {
    const { body } = await send(bare.png)
    const before = workshop
    workshop = await aWorkshop(server)
    const stranger = await aSeat(server, workshop, 'host')
    expect((await bytesOf(body.id, stranger)).answer.status).toBe(404)
    for (const id of [`..%2F..%2F${before.id}%2Fmedia%2F${body.id}`, '..', 'x'])
      expect((await bytesOf(id, stranger)).answer.status).toBe(404)
  })

  test('goes with its workshop', async () => {
    const { body } = await send(bare.png)
    await ask(server, 'DELETE', `/api/workshops/${workshop.id}`, { token: host.token })
    const gone = await bytesOf(body.id)
    expect(gone.answer.status).toBe(401)
    let left: unknown
    server = await server.restart((file) => {
      left = countOf(file, body.id)
    })
    expect(left).toBe(0)
  })

  test('survives a restart', async () => {
    const { body } = await send(bare.png)
    server = await server.restart()
    expect((await bytesOf(body.id)).bytes).toEqual(bare.png)
  })
})

describe('a note', () => {
  test('shows a picture that is here, and no other', async () => {
    const { body } = await send(bare.png)
    const added = await addNote({ media: imageOf(body) })
    expect(added.status).toBe(201)
    const refused = await addNote({ media: { ...imageOf(body), mediaId: 'AAAAAAAAAAAAAAAA' } })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('no such picture')
  })

  test('hidden for care hides its picture from those who only look on', async () => {
    const { body } = await send(bare.png)
    const observer = await aSeat(server, workshop, 'observer')
    expect((await bytesOf(body.id, observer)).answer.status).toBe(404)
    await addNote({ media: imageOf(body) })
    expect((await bytesOf(body.id, observer)).answer.status).toBe(200)
  })

  test('hidden for care takes its picture from everybody, also from those who remember its id', async () => {
    const { body } = await send(bare.png)
    const ana = await aSeat(server, workshop, 'participant')
    const added = (await addNote({ media: imageOf(body) })).body as { ids?: string[] }
    const say = (command: string) =>
      ask(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
        token: host.token,
        body: { command, board: host.documents.boards[0]?.id, note: added.ids?.[0] },
      })
    expect((await bytesOf(body.id, ana)).answer.status).toBe(200)
    await say('hide-note')
    for (const seat of [ana, host]) expect((await bytesOf(body.id, seat)).answer.status).toBe(404)
    await say('show-note')
    expect((await bytesOf(body.id, ana)).answer.status).toBe(200)
  })

  test('that is sensitive keeps its picture off the shared screen', async () => {
    const { body } = await send(bare.png)
    const screen = await aSeat(server, workshop, 'screen')
    const observer = await aSeat(server, workshop, 'observer')
    await addNote({ media: imageOf(body), sensitivity: 'sensitive' })
    expect((await bytesOf(body.id, screen)).answer.status).toBe(404)
    expect((await bytesOf(body.id, observer)).answer.status).toBe(200)
  })

  test('may be a drawing without a word', async () => {
    const media = { kind: 'drawing', alt: '', width: 40, height: 30, strokes: 'AAKKU' }
    expect((await addNote({ text: '', media })).status).toBe(201)
  })
})

describe('a whole copy', () => {
  test('brings its pictures along, and they are the same in the workshop made of it', async () => {
    const { body } = await send(bare.webp)
    await addNote({ text: '', media: imageOf(body) })
    await addNote({
      text: '',
      media: { kind: 'drawing', alt: 'a line', width: 9, height: 9, strokes: 'AAKKU' },
    })
    const take = () =>
      ask(server, 'GET', `/api/workshops/${workshop.id}/record?format=json`, { token: host.token })
    const saved = await take()
    workshop = (await ask<TestWorkshop>(server, 'POST', '/api/workshops/import', { body: saved.text })).body
    host = await aSeat(server, workshop, 'host')
    expect((await bytesOf(body.id)).bytes).toEqual(bare.webp)
    const parts = ({ text }: { text: string }) => {
      const { boards, images } = JSON.parse(text)
      return { boards, images }
    }
    expect(parts(await take())).toEqual(parts(saved))
  })

  test('with anything but a picture in it is not read', async () => {
    const { body } = await send(bare.png)
    await addNote({ media: imageOf(body) })
    const path = `/api/workshops/${workshop.id}/record?format=json`
    const saved = await ask(server, 'GET', path, { token: host.token })
    const svg = Buffer.from(latin('<svg xmlns="http://www.w3.org/2000/svg"/>')).toString('base64')
    const evil = saved.text.replace(Buffer.from(bare.png).toString('base64'), svg)
    expect(evil).not.toBe(saved.text)
    const answer = await ask(server, 'POST', '/api/workshops/import', { body: evil })
    expect([answer.status, answer.body]).toMatchObject([422, { error: { code: 'invalid' } }])
  })

  test('as HTML shows them without asking anybody', async () => {
    const { body } = await send(jpegWithSecrets)
    await addNote({ media: imageOf(body) })
    const path = `/api/workshops/${workshop.id}/record?format=html`
    const { text } = await ask(server, 'GET', path, { token: host.token })
    expect(text).toContain(`data:image/jpeg;base64,${Buffer.from(bare.jpeg).toString('base64')}`)
  })
})

describe('a protected workshop', () => {
  beforeEach(async () => {
    const { body } = await send(bare.png)
    expect(body.id).toBeTruthy()
    await ask(server, 'PATCH', `/api/workshops/${workshop.id}`, {
      token: host.token,
      body: { safety: 'protected' },
    })
  })

  test('takes no picture and no drawing, and shows none', async () => {
    const sent = await send(bare.png)
    expect([sent.status, sent.body]).toMatchObject([403, { error: { code: 'forbidden' } }])
    const media = { kind: 'drawing', alt: '', width: 40, height: 30, strokes: 'AAKKU' }
    expect((await addNote({ media })).status).toBe(403)
    expect((await addNote({})).status).toBe(201)
    expect((await bytesOf('AAAAAAAAAAAAAAAA')).answer.status).toBe(403)
  })
})

/** Rows of the store that name a picture. */
function countOf(file: string, id: string): number {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const db = new DatabaseSync(file)
  const row = db
    .prepare(
      `SELECT (SELECT count(*) FROM document WHERE name LIKE '%' || ? || '%')
            + (SELECT count(*) FROM record WHERE collection = 'images' AND key LIKE '%' || ? || '%') AS found`,
    )
    .get(id, id)
  db.close()
  return Number(row?.found)
}
