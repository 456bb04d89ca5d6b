import { useSyncExternalStore } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { Part } from '../later/part.tsx'
import { useIsWarm } from '../later/warm-up.ts'
import { pictureParts } from './picture-parts.ts'
import { picturingOf } from './picturing.ts'

/** What somebody is about to draw or to bring. Stands once on a board. */
export function BoardPictures() {
  const { ui } = useBoardOnScreen()
  const picturing = picturingOf(ui)
  const wish = useSyncExternalStore(picturing.subscribe, picturing.wish)
  const isWarm = useIsWarm()
  return (
    <>
      {isWarm && <Part of={pictureParts.drop} with={{}} />}
      {wish && <Part of={pictureParts.dialog} with={{ wish, onClose: picturing.end }} />}
    </>
  )
}
