import { Button } from '@vispera/ui'
import { ArrowRight, ListOrdered } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSidePanel } from '../../screens/workshop/side-panel.ts'
import { useSession } from '../../session/session-context.ts'
import { scheduleOf } from '../plan.ts'
import { useAgenda, useLeads } from '../use-agenda.ts'
import { useLead } from '../use-lead.ts'
import styles from './start-offer.module.css'
import { useFocusKept } from './use-focus-kept.ts'

/** Before the agenda runs: what is planned, and for those who lead the way to begin. */
export function StartOffer() {
  const { t } = useWords()
  const agenda = useAgenda()
  const leads = useLeads()
  const session = useSession()
  const side = useSidePanel()
  const { move } = useLead()
  const offer = useFocusKept()
  const [first] = agenda.stages
  if (!first || (agenda.ended && !leads)) return null
  const { total } = scheduleOf(agenda, session.serverNow())
  const isOpen = side.shown === 'agenda'
  return (
    <div ref={offer} className={styles.offer}>
      <Button
        variant={leads ? 'quiet' : 'outline'}
        aria-expanded={isOpen}
        onClick={() => side.show(isOpen ? null : 'agenda')}
      >
        <ListOrdered aria-hidden="true" />
        {agenda.ended
          ? t('lead.offer.ended')
          : t('lead.offer.planned', { count: agenda.stages.length, minutes: total })}
      </Button>
      {leads && !agenda.ended && (
        <Button variant="ink" onClick={() => void move('start-stage', { stage: first.id })}>
          {t('lead.start')}
          <ArrowRight className="mirrors" aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}
