import { Button } from '@vispera/ui'
import { Megaphone } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useEye } from '../../board-ui/eye.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../use-lead.ts'
import { keepAsMine } from './use-look-nudge.ts'

/** Nudges everybody to look at the notes that are chosen, else at what this wall shows. */
export function LookHere() {
  const { t } = useWords()
  const { say } = useLead()
  const { open, ui } = useBoardOnScreen()
  const eye = useEye(ui)
  async function nudge() {
    const notes = [...ui.get().selection].slice(0, 200)
    const sight = eye?.sight()
    const area = sight && {
      x: Math.round(sight.x),
      y: Math.round(sight.y),
      width: Math.round(sight.w),
      height: Math.round(sight.h),
    }
    const answer = await say('look-here', {
      board: open.entry.id,
      ...(notes.length > 0 ? { notes } : area ? { area } : {}),
    })
    keepAsMine(answer?.look ?? answer?.id)
  }
  return (
    <Button onClick={() => void nudge()}>
      <Megaphone className="mirrors" aria-hidden="true" />
      {t('lead.look')}
    </Button>
  )
}
