import { useToast } from '@vispera/ui'
import { type ComponentType, createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { later } from '../../later/later.ts'
import { peoplePart } from '../../people/people-parts.ts'

/** What every dialog of the workshop is given. */
export interface OverlayProps {
  readonly onClose: () => void
  /** The board it is about. */
  readonly board: string
}
type Overlay = ComponentType<OverlayProps>

const dialog = (load: () => Promise<{ default: Overlay }>) => later(() => load().then((file) => file.default))

/** One whose words come with those about people. */
const peopleDialog = (load: () => Promise<{ default: Overlay }>) =>
  peoplePart(() => load().then((file) => file.default))

const overlays = {
  share: peopleDialog(() => import('../dialogs/share-dialog.tsx')),
  groups: peopleDialog(() => import('../../people/groups/groups-dialog.tsx')),
  series: peopleDialog(() => import('../../people/series/series-dialog.tsx')),
  safety: peopleDialog(() => import('../../people/safety/safety-dialog.tsx')),
  record: dialog(() => import('../dialogs/record-dialog.tsx')),
  'add-board': dialog(() => import('../dialogs/add-board-dialog.tsx')),
  'rename-workshop': dialog(() => import('../dialogs/rename-workshop-dialog.tsx')),
  'rename-board': dialog(() => import('../dialogs/rename-board-dialog.tsx')),
  'remove-board': dialog(() => import('../dialogs/remove-board-dialog.tsx')),
  'my-name': dialog(() => import('../dialogs/my-name-dialog.tsx')),
  shortcuts: dialog(() => import('../dialogs/shortcuts-dialog.tsx')),
  about: dialog(() => import('../dialogs/about-dialog.tsx')),
  leave: dialog(() => import('../dialogs/leave-dialog.tsx')),
}
type OverlayId = keyof typeof overlays
type Open = (overlay: OverlayId, board?: string) => void
type Shown = { readonly Overlay: Overlay; readonly board: string } | null

const OpenOverlay = createContext<Open>(() => {})
const ShownOverlay = createContext<Shown>(null)
const CloseOverlay = createContext<() => void>(() => {})

/** Opens one of the workshop's dialogs. */
export const useOverlay = (): Open => useContext(OpenOverlay)

/** Remembers which dialog is open. `OverlayOutlet` draws it, further in, where it can use the board. */
export function Overlays({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const toast = useToast()
  const [shown, setShown] = useState<Shown>(null)
  const open: Open = useCallback(
    (overlay, board = '') => {
      overlays[overlay].fetch().then(
        (Overlay) => setShown({ Overlay, board }),
        () => toast({ message: t('shell.error.unreachable') }),
      )
    },
    [t, toast],
  )
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
  return shown && <shown.Overlay onClose={close} board={shown.board} />
}
