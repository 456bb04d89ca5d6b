import { pulseLevels } from '@vispera/board'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import { useSession } from '../../session/session-context.ts'
import form from '../form.module.css'
import styles from './pulse.module.css'
import { PulseCounts } from './pulse-counts.tsx'
import { SetAsideList } from './set-aside-list.tsx'

/** How I am with the pace. Those who lead see numbers, never who. */
export function Pulse() {
  const { t } = useWords()
  const session = useSession()
  const lead = session.lead()
  const { say } = useLead()
  const [level, setLevel] = useState<(typeof pulseLevels)[number] | null>(said.get(session) ?? null)
  return (
    <div className={styles.pulse}>
      <p className={form.note}>{t('voices.pulse.what')}</p>
      <div className={styles.levels}>
        {pulseLevels.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.level}
            aria-pressed={one === level}
            onClick={async () => {
              if (!(await say('pulse', { level: one }))) return
              said.set(session, one)
              setLevel(one)
            }}
          >
            {t(`voices.pulse.${one}`)}
          </button>
        ))}
      </div>
      <p role="status">{level === null ? '' : t('voices.pulse.said')}</p>
      {lead && <PulseCounts lead={lead} />}
      {lead && <SetAsideList />}
    </div>
  )
}

/** What I said last, while the page is open. */
const said = new WeakMap<object, (typeof pulseLevels)[number]>()
