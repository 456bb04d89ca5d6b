import type { Role } from '../../packages/board/src/index.ts'

/** What the contract says about making and joining a workshop, as far as faults need it. */
export interface Joined {
  readonly token: string
  /** The name of its one board's document. */
  readonly board: string
}

export async function makeWorkshop(
  url: string,
): Promise<(role: 'participant' | 'observer') => Promise<Joined>> {
  const { id, links } = await post(url, '/api/workshops', {
    title: 'Faults',
    boards: [{ kind: 'vision-board' }],
  })
  return async (role) => {
    const key = new URL(links[role]).hash.slice(1)
    const { token, documents } = await post(url, `/api/workshops/${id}/join`, { key })
    return { token, board: documents.boards[0].document }
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
