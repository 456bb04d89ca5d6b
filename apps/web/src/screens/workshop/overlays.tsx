import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react'

const overlays = {
  share: lazy(() => import('../dialogs/share-dialog.tsx')),
  record: lazy(() => import('../dialogs/record-dialog.tsx')),
  'add-board': lazy(() => import('../dialogs/add-board-dialog.tsx')),
  'rename-workshop': lazy(() => import('../dialogs/rename-workshop-dialog.tsx')),
  'rename-board': lazy(() => import('../dialogs/rename-board-dialog.tsx')),
  'remove-board': lazy(() => import('../dialogs/remove-board-dialog.tsx')),
  'my-name': lazy(() => import('../dialogs/my-name-dialog.tsx')),
  shortcuts: lazy(() => import('../dialogs/shortcuts-dialog.tsx')),
  about: lazy(() => import('../dialogs/about-dialog.tsx')),
  leave: lazy(() => import('../dialogs/leave-dialog.tsx')),
}
export type OverlayId = keyof typeof overlays
/** What every dialog of the workshop is given. */
export interface OverlayProps {
  readonly onClose: () => void
  /** The board it is about. */
  readonly board: string
}
type Open = (overlay: OverlayId, board?: string) => void
type Shown = { readonly overlay: OverlayId; readonly board: string } | null

const OpenOverlay = createContext<Open>(() => {})
const ShownOverlay = createContext<Shown>(null)
const CloseOverlay = createContext<() => void>(() => {})

/** Opens one of the workshop's dialogs; its code is fetched then. */
export const useOverlay = (): Open => useContext(OpenOverlay)

/** Remembers which dialog is open. `OverlayOutlet` draws it, further in, where it can use the board. */
export function Overlays({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown>(null)
  const open: Open = useCallback((overlay, board = '') => setShown({ overlay, board }), [])
  const close = useCallback(() => setShown(null), [])
  return (
    <OpenOverlay value={open}>
      <CloseOverlay value={close}>
        <ShownOverlay value={shown}>{children}</ShownOverlay>
      </CloseOverlay>
    </OpenOverlay>
  )
}

export function OverlayOutlet() {
  const shown = useContext(ShownOverlay)
  const close = useContext(CloseOverlay)
  if (!shown) return null
  const Dialog = overlays[shown.overlay]
  return (
    <Suspense>
      <Dialog onClose={close} board={shown.board} />
    </Suspense>
  )
}
