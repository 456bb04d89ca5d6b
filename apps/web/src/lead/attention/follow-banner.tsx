import { Button } from '@vispera/ui'
import { Users } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useLead } from '../use-lead.ts'
import { Banner } from './banner.tsx'
import { followPerson, lookRound, useIsFree } from './followed.ts'
import { useAttention } from './use-attention.ts'
import { useGuide } from './use-guide.ts'

/** Long enough to look something up, short enough to come back. */
const freeMs = 3 * 60_000

/** Who leads whose view, and the way out. */
export function FollowBanner() {
  const { t } = useWords()
  const { me } = useSession()
  const { say } = useLead()
  const { lead } = useAttention()
  const guide = useGuide()
  const isFree = useIsFree()
  if (lead?.participant === me.id) {
    return (
      <Banner
        label={t('lead.follow')}
        acts={
          <Button onClick={() => void say('lead-view', { on: false })}>{t('lead.follow.release')}</Button>
        }
      >
        <Users aria-hidden="true" />
        {t('lead.follow.you')}
      </Banner>
    )
  }
  if (guide) {
    const name = guide.person.name || t(guide.by === 'led' ? 'lead.facilitator' : 'lead.somebody')
    const stop = () => (guide.by === 'led' ? lookRound(freeMs) : followPerson(null))
    return (
      <Banner
        label={t('lead.follow')}
        acts={<Button onClick={stop}>{t(`lead.follow.stop.${guide.by}`)}</Button>}
      >
        <Users aria-hidden="true" />
        {t(`lead.follow.${guide.by}`, { name })}
      </Banner>
    )
  }
  if (!lead || !isFree) return null
  return (
    <Banner
      label={t('lead.follow')}
      acts={<Button onClick={() => lookRound(0)}>{t('lead.follow.again')}</Button>}
    >
      {t('lead.follow.free')}
    </Banner>
  )
}
