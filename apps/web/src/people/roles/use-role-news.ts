import type { Role } from '@vispera/board'
import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSessionValue } from '../../session/use-session-value.ts'

/** Tells somebody that they were made something else while they are in. */
export function useRoleNews(cameAs: Role): void {
  const { t } = useWords()
  const toast = useToast()
  const role = useSessionValue(({ me }) => me.role)
  const before = useRef(cameAs)
  useEffect(() => {
    if (before.current === role) return
    before.current = role
    toast({
      message: `${t('people.role.now', { role: t(`shell.role.${role}`) })} ${t(`people.can.${role}`)}`,
    })
  }, [role, toast, t])
}
