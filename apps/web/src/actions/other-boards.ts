import type { OpenBoard, WorkshopSession } from '../session/workshop-session.ts'

/** Longest wait for a board that is being opened or has just been made. */
const patienceMs = 10_000

/** Waits until a board can be read, or gives up. */
export function whenReady(board: OpenBoard): Promise<boolean> {
  return wait(board.subscribe, () => board.isReady() || board.refusal() !== null).then(() => board.isReady())
}

/** Makes a board of a kind (leaders only) and opens it; null when that does not work out. */
export async function makeBoard(
  session: WorkshopSession,
  kind: string,
): Promise<{ board: OpenBoard; release(): void } | null> {
  const id = await postBoard(session, kind)
  if (id === null) return null
  await wait(session.subscribe, () => session.stage()?.boards.some((entry) => entry.id === id) ?? false)
  const held = session.openBoard(id)
  if (!held) return null
  if (await whenReady(held.board)) return held
  held.release()
  return null
}

async function postBoard({ workshop, token }: WorkshopSession, kind: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/workshops/${encodeURIComponent(workshop)}/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ kind }),
    })
    if (!answer.ok) return null
    const made: unknown = await answer.json()
    const id = typeof made === 'object' && made !== null && 'id' in made ? made.id : null
    return typeof id === 'string' ? id : null
  } catch {
    // Offline or unreachable: the caller says that no board could be made.
    return null
  }
}

function wait(subscribe: (listener: () => void) => () => void, isDone: () => boolean): Promise<void> {
  if (isDone()) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const stop = subscribe(() => isDone() && finish())
    const timer = setTimeout(finish, patienceMs)
  })
}
