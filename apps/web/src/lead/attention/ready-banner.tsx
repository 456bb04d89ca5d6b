import { mayLead, mayWrite } from '@vispera/board'
import { Button } from '@vispera/ui'
import { Check } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useLead } from '../use-lead.ts'
import { Banner } from './banner.tsx'
import { useAttention } from './use-attention.ts'

/** "Ready?": one press for everybody; those who lead see how many are. */
export function ReadyBanner() {
  const { t } = useWords()
  const session = useSession()
  const { say } = useLead()
  const { ready } = useAttention()
  const mine = useSessionValue((all) => all.mySignals().ready)
  const { count, of } = useReady(ready?.id ?? null)
  if (!ready || !mayWrite(session.me.role)) return null
  const isReady = mine === ready.id
  if (session.canLead()) {
    return (
      <Banner
        label={t('lead.ready')}
        acts={<Button onClick={() => void say('ready-check', { on: false })}>{t('lead.ready.end')}</Button>}
      >
        <Check aria-hidden="true" />
        <span role="status">{t('lead.ready.count', { ready: count, count: of })}</span>
      </Banner>
    )
  }
  return (
    <Banner
      label={t('lead.ready')}
      acts={
        <Button
          variant={isReady ? 'outline' : 'ink'}
          aria-pressed={isReady}
          onClick={() => session.signal({ ready: isReady ? null : ready.id })}
        >
          {isReady && <Check aria-hidden="true" />}
          {t('lead.ready.me')}
        </Button>
      }
    >
      {t(isReady ? 'lead.ready.said' : 'lead.ready.ask')}
    </Banner>
  )
}

/** How many of those who take part have said that they are ready; whoever asks does not count. */
function useReady(check: string | null): { count: number; of: number } {
  const people = useSessionValue((session) => session.people())
  const signals = useSessionValue((session) => session.signals())
  const asked = people.filter(({ role }) => mayWrite(role) && !mayLead(role))
  return { count: asked.filter(({ id }) => signals.get(id)?.ready === check).length, of: asked.length }
}
