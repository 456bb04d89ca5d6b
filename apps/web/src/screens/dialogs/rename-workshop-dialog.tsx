import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { shapeWorkshop } from '../../session/shape-workshop.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import { NameDialog } from './name-dialog.tsx'

export default function RenameWorkshopDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  return (
    <NameDialog
      title={t('shell.menu.renameWorkshop')}
      label={t('shell.renameWorkshop.label')}
      start={session.stage()?.workshop.title ?? ''}
      most={200}
      onSave={(title) => shapeWorkshop(session.api).rename(title)}
      onClose={onClose}
    />
  )
}
