import type { AgendaStage } from '@vispera/board'
import { classes } from '@vispera/ui'
import { Check, Coffee, Eye, Lock, PenLine, Spline } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { doingIn } from '../stage-words.ts'
import styles from './may-do.module.css'

const icons = {
  drafts: Lock,
  board: PenLine,
  boards: Spline,
  vote: Check,
  flags: Check,
  rest: Coffee,
  nobody: Eye,
}

/** What this person may do in the stage, in one line. */
export function MayDo({ stage, className }: { stage: AgendaStage; className?: string | undefined }) {
  const { t } = useWords()
  const { role } = useSession().me
  const doing = doingIn(stage)
  const looksOn = role === 'observer' || role === 'screen' || role === 'interpreter'
  const Icon = looksOn ? Eye : icons[doing]
  return (
    <p className={classes(styles.may, className)}>
      <Icon aria-hidden="true" />
      <span>{t(looksOn ? `lead.may.${role}` : `lead.may.${doing}`)}</span>
    </p>
  )
}
