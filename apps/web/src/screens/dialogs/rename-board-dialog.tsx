import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { shapeWorkshop } from '../../session/shape-workshop.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import { NameDialog } from './name-dialog.tsx'

export default function RenameBoardDialog({ board, onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const entry = session.stage()?.boards.find((one) => one.id === board)
  return (
    <NameDialog
      title={t('shell.menu.renameBoard')}
      label={t('shell.renameBoard.label')}
      start={entry?.title ?? ''}
      most={200}
      onSave={(title) => shapeWorkshop(session.api).renameBoard(board, title)}
      onClose={onClose}
    />
  )
}
