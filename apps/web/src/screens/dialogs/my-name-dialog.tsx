import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import { NameDialog } from './name-dialog.tsx'

export default function MyNameDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const isProtected = useSessionValue(({ stage }) => stage()?.workshop.safety === 'protected')
  return (
    <NameDialog
      title={t('shell.menu.myName')}
      label={t('shell.join.name')}
      hint={t(isProtected ? 'shell.myName.protected' : 'shell.myName.hint')}
      start={session.me.name}
      most={40}
      mayBeEmpty
      onSave={(name) => session.rename(name)}
      onClose={onClose}
    />
  )
}
