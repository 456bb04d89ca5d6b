import { IconButton } from '@vispera/ui'
import { ImagePlus, Pencil } from 'lucide-react'
import type { PointerEvent } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { useHasPictures, useMayPicture } from './may-picture.ts'
import { type PictureWish, picturingOf } from './picturing.ts'

interface PictureButtonsProps {
  /** What the note will be that shows it. */
  readonly wish?: Omit<PictureWish, 'kind' | 'file'>
  /** The buttons are walked by arrows, not by Tab. */
  readonly inToolbar?: boolean
  readonly className?: string | undefined
}

/** Draw something; bring a picture. Nothing where they are off. */
export function PictureButtons({ wish, inToolbar = false, className }: PictureButtonsProps) {
  const { ui } = useBoardOnScreen()
  const { t } = useWords()
  const mayPicture = useMayPicture()
  const hasPictures = useHasPictures()
  // Whoever writes alone may not write on the board, and need not.
  if (!(wish?.put ? hasPictures : mayPicture)) return null
  const ask = (kind: PictureWish['kind']) => picturingOf(ui).ask({ ...wish, kind })
  const shared = {
    className,
    tabIndex: inToolbar ? -1 : undefined,
    // Focus stays where it is: around a composer that opens, the button would move away from under the finger.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
  }
  return (
    <>
      <IconButton {...shared} label={t('outline.picture.draw')} onClick={() => ask('drawing')}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <IconButton {...shared} label={t('outline.picture.bring')} onClick={() => ask('image')}>
        <ImagePlus aria-hidden="true" />
      </IconButton>
    </>
  )
}
