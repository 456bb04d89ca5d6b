import { Button, Dialog } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { shapeWorkshop } from '../../session/shape-workshop.ts'
import { Problem } from '../shared/problem.tsx'
import { useRequest } from '../shared/use-request.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'

/** Taking a board out cannot be undone, so it is asked, and the record is offered first in words. */
export default function RemoveBoardDialog({ board, onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const { isBusy, error, run } = useRequest()
  const title = session.stage()?.boards.find((one) => one.id === board)?.title ?? ''
  return (
    <Dialog
      open
      size="small"
      title={t('shell.removeBoard.title', { board: title })}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button
            disabled={isBusy}
            onClick={async () =>
              (await run(() => shapeWorkshop(session.api).removeBoard(board))) && onClose()
            }
          >
            {t('shell.removeBoard.do')}
          </Button>
          <Button variant="ink" data-autofocus="" onClick={onClose}>
            {t('shell.removeBoard.keep')}
          </Button>
        </>
      }
    >
      <p>{t('shell.removeBoard.what')}</p>
      <Problem id={error} />
    </Dialog>
  )
}
