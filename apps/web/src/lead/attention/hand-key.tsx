import { mayWrite } from '@vispera/board'
import { useEffect } from 'react'
import { isPreferred } from '../../session/preferences.ts'
import { useSession } from '../../session/session-context.ts'
import { letterOf } from '../../surface/select/keys.ts'
import { moveHand, useLoweredHand } from './hand.ts'

/** `R` raises a hand and takes it down again, unless somebody is writing or has switched single keys off. */
export function HandKey() {
  const session = useSession()
  useLoweredHand()
  useEffect(() => {
    if (!mayWrite(session.me.role) || session.canLead()) return
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.defaultPrevented || isPreferred('no-single-keys') || letterOf(event) !== 'r') return
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, dialog, [role="menu"]')
      )
        return
      event.preventDefault()
      moveHand(session)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [session])
  return null
}
