import { mayWrite } from '@vispera/board'
import { Button } from '@vispera/ui'
import { Hand } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { moveHand, useIsMyHandUp } from './hand.ts'

/** Asks for a turn. */
export function HandButton() {
  const { t } = useWords()
  const session = useSession()
  const isUp = useIsMyHandUp()
  if (!mayWrite(session.me.role) || session.canLead()) return null
  return (
    <Button aria-pressed={isUp} title={`${t('lead.hand')} (R)`} onClick={() => moveHand(session)}>
      <Hand aria-hidden="true" />
      {t(isUp ? 'lead.hand.down' : 'lead.hand')}
    </Button>
  )
}
