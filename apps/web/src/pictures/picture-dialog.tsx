import { DrawDialog } from './draw-dialog.tsx'
import { ImageDialog } from './image-dialog.tsx'
import type { PictureWish } from './picturing.ts'

export interface PictureDialogProps {
  readonly wish: PictureWish
  readonly onClose: () => void
}

/** Where something is drawn, or a picture brought, before it goes on the board. */
export function PictureDialog({ wish, onClose }: PictureDialogProps) {
  return wish.kind === 'drawing' ? (
    <DrawDialog wish={wish} onClose={onClose} />
  ) : (
    <ImageDialog wish={wish} onClose={onClose} />
  )
}
