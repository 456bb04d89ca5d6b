import { documentNames, type Role } from '@vispera/board'
import { recordFormats } from '@vispera/record'
import { openDocument } from '@vispera/sync/client'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { Doc } from 'yjs'
import { aSeat, ask, type TestSeat, type TestServer, type TestWorkshop } from './a-server.ts'
import { findIn, unwrap } from './traces.ts'

/** Somebody who keeps every byte that reaches them: by every document they may open, by two clients, by HTTP. */
export interface Eavesdropper {
  readonly role: Role
  readonly seat: TestSeat
  /** What they see of a document that they have open. */
  doc(document: string): Doc
  /** Asks every address that answers to GET, and keeps the answers. */
  askEverything(): Promise<void>
  /** Keeps bytes that reached them in another way. */
  hear(where: string, bytes: Uint8Array): void
  /** Where and how a secret stands in what they heard. */
  traces(secret: string): string[]
  leave(): void
}

export async function anEavesdropper(
  server: TestServer,
  workshop: TestWorkshop,
  role: Role,
): Promise<Eavesdropper> {
  const seat = await aSeat(server, workshop, role, { alias: `listening ${role}` })
  const heard = new Map<string, Buffer[]>()
  const unwrapped = new Map<string, readonly Buffer[]>()
  const hear = (where: string, bytes: Uint8Array) => {
    heard.set(where, [...(heard.get(where) ?? []), Buffer.from(bytes)])
    unwrapped.delete(where)
  }
  const everythingFrom = (where: string) => {
    // A secret may be cut in two by frames.
    const all = unwrapped.get(where) ?? unwrap(Buffer.concat(heard.get(where) ?? []))
    unwrapped.set(where, all)
    return all
  }
  const { stage, threads, draft, boards } = seat.documents
  const lead = documentNames.lead(workshop.id)
  const own = [stage, threads, draft, lead, ...boards.map(({ document }) => document)]
  const docs = new Map<string, Doc>()
  const leaving: (() => void)[] = []
  for (const document of own.filter((name) => name !== undefined)) {
    const doc = new Doc()
    docs.set(document, doc)
    const plain = tapped((bytes) => hear(`y-websocket ${document}`, bytes))
    const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, document, doc, {
      protocols: ['y-websocket', `token.${seat.token}`],
      WebSocketPolyfill: plain,
      disableBc: true,
    })
    const ours = openDocument({
      url: `${server.url.replace('http', 'ws')}/sync`,
      document,
      token: seat.token,
      doc: new Doc(),
      WebSocket: tapped((bytes) => hear(`vispera.2 ${document}`, bytes)),
    })
    leaving.push(() => provider.destroy(), ours.close)
    // What is closed to them stays so; everything else opens.
    const isOpen = document !== lead || ['host', 'facilitator', 'safety-keeper'].includes(role)
    if (isOpen && !provider.synced) await new Promise<void>((done) => provider.once('sync', () => done()))
  }
  return {
    role,
    seat,
    doc: (document) => docs.get(document) ?? new Doc(),
    hear,
    async askEverything() {
      for (const path of await everyAddress(server, workshop, seat)) {
        const response = await fetch(server.url + path, {
          headers: { authorization: `Bearer ${seat.token}`, 'x-forwarded-for': addressOf(role) },
        })
        if (response.status === 429) throw new Error(`asked too often: ${path}`)
        hear(`GET ${path}`, Buffer.from(JSON.stringify([...response.headers])))
        hear(`GET ${path}`, Buffer.from(await response.arrayBuffer()))
      }
    },
    traces: (secret) =>
      [...heard.keys()].flatMap((where) => {
        const found = findIn(secret, everythingFrom(where))
        return found === null ? [] : [`${role}: ${where}, ${found}`]
      }),
    leave() {
      for (const step of leaving) step()
    },
  }
}

/** A WebSocket that shows every message to somebody before it is passed on. */
function tapped(hear: (bytes: Uint8Array) => void): typeof globalThis.WebSocket {
  class Tapped extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.on('message', (data) => {
        hear(data instanceof ArrayBuffer ? new Uint8Array(data) : Buffer.concat([data].flat() as Buffer[]))
      })
    }
  }
  // The types of `ws` and of browsers differ in corners that nobody turns here.
  return Tapped as unknown as typeof globalThis.WebSocket
}

/** Every GET address that the server describes, filled in, and the record in every format. */
async function everyAddress(server: TestServer, workshop: TestWorkshop, seat: TestSeat): Promise<string[]> {
  const { body } = await ask<{ paths: Record<string, Record<string, unknown>> }>(
    server,
    'GET',
    '/api/openapi.json',
  )
  const boards = seat.documents.boards.map(({ id }) => id)
  const plain = Object.entries(body.paths)
    .filter(([, operations]) => 'get' in operations)
    .flatMap(([path]) =>
      boards.map((board) =>
        path
          .replace('{id}', workshop.id)
          .replace('{board}', board)
          .replace('{media}', 'AAAAAAAA')
          .replace('{document}', seat.documents.stage),
      ),
    )
  // The same document as the others; setting it as often as there are roles would take minutes.
  const formats = recordFormats.filter(({ id }) => id !== 'pdf' || seat.participant.role === 'facilitator')
  const records = formats.flatMap(({ id }) =>
    ['', '&sensitive=true'].map((more) => `/api/workshops/${workshop.id}/record?format=${id}${more}`),
  )
  return [...new Set([...plain, ...records])]
}

/** Each listener has an address of their own, so that no rate limit keeps an answer from them. */
function addressOf(role: Role): string {
  const sum = [...role].reduce((total, letter) => total + letter.charCodeAt(0), 0)
  return `203.0.113.${sum % 250}`
}
