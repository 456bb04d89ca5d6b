import { shapeWorkshop } from '../session/shape-workshop.ts'
import type { OpenBoard, WorkshopSession } from '../session/workshop-session.ts'

/** Longest wait for a board that is being opened or has just been made. */
const patienceMs = 10_000

/** Waits until a board can be read, or gives up. */
export function whenReady(board: OpenBoard): Promise<boolean> {
  return wait(board.subscribe, () => board.isReady() || board.refusal() !== null).then(() => board.isReady())
}

/** Makes a board (leaders only) and opens it; null when that does not work out. */
export async function makeBoard(
  session: WorkshopSession,
  wish: { readonly kind: string; readonly title: string },
): Promise<{ board: OpenBoard; release(): void } | null> {
  const id = await shapeWorkshop(session.api)
    .addBoard(wish)
    .then(
      (entry) => entry.id,
      // Whatever the server or the network says: the caller tells that no board could be made.
      () => null,
    )
  if (id === null) return null
  await wait(session.subscribe, () => session.stage()?.boards.some((entry) => entry.id === id) ?? false)
  const held = session.openBoard(id)
  if (!held) return null
  if (await whenReady(held.board)) return held
  held.release()
  return null
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
