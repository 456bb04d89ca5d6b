import { Button } from '@vispera/ui'
import { Users } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useLead } from '../use-lead.ts'
import { useAttention } from './use-attention.ts'

/** Holds everybody's view to this one, until released. */
export function FollowMe() {
  const { t } = useWords()
  const { me } = useSession()
  const { say } = useLead()
  const { lead } = useAttention()
  const isLeading = lead?.participant === me.id
  return (
    <Button aria-pressed={isLeading} onClick={() => void say('lead-view', { on: !isLeading })}>
      <Users aria-hidden="true" />
      {t(isLeading ? 'lead.follow.release' : 'lead.follow.me')}
    </Button>
  )
}
