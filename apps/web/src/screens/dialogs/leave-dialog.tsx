import { Button, Dialog } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'

/** Leaving forgets the workshop on this device; what is not sent yet would be lost, so that is said first. */
export default function LeaveDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const { waiting } = useSessionValue(({ saveState }) => saveState())
  async function leave() {
    await session.close({ forget: true })
    // A whole new page: nothing of the workshop stays in memory either.
    location.assign('/')
  }
  return (
    <Dialog
      open
      size="small"
      title={t('shell.leave.title')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('shell.leave.stay')}</Button>
          <Button variant="ink" onClick={leave}>
            {t('shell.leave.do')}
          </Button>
        </>
      }
    >
      {waiting > 0 && <p role="alert">{t('shell.leave.waiting', { count: waiting })}</p>}
      <p>{t('shell.leave.what')}</p>
    </Dialog>
  )
}
