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
