import { Button } from '@vispera/ui'
import { Bell, BellOff, ListChecks } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { prefer, usePreference } from '../../session/preferences.ts'
import { useLeads } from '../use-agenda.ts'
import { useLead } from '../use-lead.ts'
import styles from './asks.module.css'
import { chime } from './chime.tsx'
import { useAttention } from './use-attention.ts'

/** Under the agenda: the ready check for those who lead, and everybody's own choice of a sound. */
export function Asks() {
  const { t } = useWords()
  const leads = useLeads()
  const { say } = useLead()
  const { ready } = useAttention()
  const isSounding = usePreference('chime')
  return (
    // A stop of F6: the agenda above it may be long.
    <div className={styles.asks} data-region="">
      {leads && (
        <Button
          size="small"
          aria-pressed={ready !== null}
          onClick={() => void say('ready-check', { on: ready === null })}
        >
          <ListChecks aria-hidden="true" />
          {t(ready ? 'lead.ready.end' : 'lead.ready.do')}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-pressed={isSounding}
        onClick={() => {
          prefer('chime', !isSounding)
          if (!isSounding) chime()
        }}
      >
        {isSounding ? <Bell aria-hidden="true" /> : <BellOff aria-hidden="true" />}
        {t('lead.chime')}
      </Button>
    </div>
  )
}
