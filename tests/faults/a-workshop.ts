import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Role } from '../../packages/board/src/index.ts'

/** What the contract says about making and joining a workshop, as far as faults need it. */
export interface Joined {
  readonly token: string
  /** The name of its one board's document. */
  readonly board: string
}

/** Somebody's seat, with the document that tells who is here. */
export interface Seated extends Joined {
  readonly stage: string
}

export async function makeWorkshop(
  url: string,
): Promise<(role: 'participant' | 'observer') => Promise<Seated>> {
  const { id, links } = await post(url, '/api/workshops', {
    title: 'Faults',
    boards: [{ kind: 'vision-board' }],
  })
  return async (role) => {
    const key = new URL(links[role]).hash.slice(1)
    const { token, documents } = await post(url, `/api/workshops/${id}/join`, { key })
    return { token, board: documents.boards[0].document, stage: documents.stage }
  }
}

async function post(url: string, path: string, body: unknown) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** A workshop filled by `pnpm seed`: its link for participants, and a way in for scripts. */
export interface Seeded {
  readonly link: string
  join(role: Role): Promise<Joined>
}

export async function seedWorkshop(url: string, kind: string, notes: number): Promise<Seeded> {
  const args = ['apps/server/src/seed.ts', '--kind', kind, '--notes', String(notes), '--url', url]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { id, links } = JSON.parse(stdout)
  const join = async (role: Role): Promise<Joined> => {
    const { token, documents } = await post(url, `/api/workshops/${id}/join`, { key: keyOf(links[role]) })
    return { token, board: documents.boards[0].document }
  }
  return { link: String(links.participant), join }
}

const keyOf = (link: string) => new URL(link).hash.slice(1)

/** A workshop with a board, and its links by role. */
export const makeLedWorkshop = (url: string): Promise<{ id: string; links: Record<Role, string> }> =>
  post(url, '/api/workshops', { title: 'Faults', boards: [{ kind: 'vision-board' }] })

/** Somebody's own draft document; `board` is the id of the board that they write for. */
export async function joinDraft(
  url: string,
  id: string,
  links: Record<Role, string>,
  role: Role,
): Promise<Joined & { readonly document: string }> {
  const key = new URL(links[role]).hash.slice(1)
  const { token, documents } = await post(url, `/api/workshops/${id}/join`, { key })
  return { token, board: documents.boards[0].id, document: documents.draft }
}
