import { useToast } from '@vispera/ui'
import { useEffect } from 'react'
import { placeAtPoint } from '../actions/new-note-spot.ts'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { useMayPicture } from './may-picture.ts'
import { imageIn, picturingOf } from './picturing.ts'

/** Pictures may be let go anywhere on the board. Left to itself, the browser would leave the page for the file. */
export function PictureDrop() {
  const { ui } = useBoardOnScreen()
  const { t } = useWords()
  const toast = useToast()
  const mayPicture = useMayPicture()
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      const file = imageIn(event.dataTransfer)
      if (!file) return
      if (!mayPicture) return toast({ message: t('outline.picture.off') })
      const picturing = picturingOf(ui)
      const place = placeAtPoint(ui, event)
      // Let go over the dialog, it takes the place of the one that lies there.
      const before = picturing.wish() ?? { note: place ? { place } : {} }
      picturing.ask({ ...before, kind: 'image', file })
    }
    addEventListener('dragover', onOver)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('drop', onDrop)
    }
  }, [ui, mayPicture, toast, t])
  return null
}
