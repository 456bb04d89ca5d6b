import type { SafetyLevel } from '@vispera/board'
import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useOverlay } from '../../screens/workshop/overlays.tsx'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useLowering } from './safety-dialog.tsx'

/** Tells everybody when the safety level has changed, and asks those who lead before it is lowered. */
export function useSafetyNews(cameTo: SafetyLevel): void {
  const { t } = useWords()
  const toast = useToast()
  const open = useOverlay()
  const session = useSession()
  const level = useSessionValue(({ stage }) => stage()?.workshop.safety)
  const lowering = useLowering()
  const before = useRef(cameTo)
  const asked = useRef('')
  const look = t('people.door.look')

  useEffect(() => {
    if (before.current === level || level === undefined) return
    before.current = level
    toast({
      message: t('people.safety.changed', { level: t(`shell.safety.${level}`) }),
      staysMs: 20_000,
      action: { label: look, onAction: () => open('safety') },
    })
  }, [level, look, open, toast, t])

  useEffect(() => {
    const wish = lowering?.to ?? ''
    const isNew = wish !== '' && asked.current !== wish
    asked.current = wish
    if (!isNew || !session.canLead() || lowering?.agreed.includes(session.me.id)) return
    toast({
      message: t('people.safety.wish', { level: t(`shell.safety.${wish}`) }),
      staysMs: 60_000,
      action: { label: look, onAction: () => open('safety') },
    })
  }, [lowering, look, open, session, toast, t])
}
