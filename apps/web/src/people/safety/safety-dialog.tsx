import { isLowering, type Lowering, readLowering, type SafetyLevel, safetyLevels } from '@vispera/board'
import { Button, Dialog, SegmentedControl } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { OverlayProps } from '../../screens/workshop/overlays.tsx'
import { keeps } from '../../session/lead-line.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useCommand } from '../use-command.ts'
import { useLeadValue } from '../use-lead-value.ts'
import { RecordApproval } from './record-approval.tsx'
import styles from './safety.module.css'

const facts = ['names', 'presence', 'device', 'media', 'record'] as const

export const useLowering = (): Lowering | null => useLeadValue(readLowering, null)

/** How safe the workshop is, in words, and for those who keep it the way to change that. */
export default function SafetyDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const command = useCommand()
  const level = useSessionValue(({ stage }) => stage()?.workshop.safety ?? 'guarded')
  const lowering = useLowering()
  const [wanted, setWanted] = useState<SafetyLevel | null>(null)
  const shown = wanted ?? lowering?.to ?? level
  const mayChange = keeps(session.me.role) && (!isLowering(level, shown) || session.canLead())
  const hasAgreed = lowering?.to === shown && lowering.agreed.includes(session.me.id)
  const set = async (next: SafetyLevel) => {
    if (await command('safety', { level: next })) setWanted(null)
  }
  return (
    <Dialog
      open
      title={t('people.safety')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        shown !== level &&
        mayChange && (
          <>
            <Button
              onClick={() => {
                setWanted(null)
                if (lowering) void set(level)
              }}
            >
              {t('people.safety.stay', { level: t(`shell.safety.${level}`) })}
            </Button>
            <Button variant="ink" disabled={hasAgreed} onClick={() => void set(shown)}>
              {t(isLowering(level, shown) ? 'people.safety.lower' : 'people.safety.raise')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.safety}>
        <p>
          {t('people.safety.now')} <strong>{t(`shell.safety.${level}`)}</strong>
        </p>
        {keeps(session.me.role) && (
          <SegmentedControl
            label={t('people.safety')}
            segments={safetyLevels.map((value) => ({ value, label: t(`shell.safety.${value}`) }))}
            value={shown}
            onChange={setWanted}
          />
        )}
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact}>
              <dt>{t(`people.safety.${fact}`)}</dt>
              <dd>{t(`people.safety.${shown}.${fact}`)}</dd>
            </div>
          ))}
        </dl>
        {shown !== level && (
          <p role="status" className={styles.change}>
            {t(isLowering(level, shown) ? 'people.safety.lower.what' : 'people.safety.raise.what')}
            {lowering?.to === shown && ` ${t('people.safety.agreed', { count: lowering.agreed.length })}`}
          </p>
        )}
        <p className={styles.hint}>{t('people.safety.operator')}</p>
        {level === 'protected' && shown === level && <RecordApproval />}
      </div>
    </Dialog>
  )
}
