import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSidePanel } from '../../screens/workshop/side-panel.ts'
import { useWaiting } from './door-section.tsx'

/** Tells those who keep the door that somebody new waits, with the way to them. */
export function useDoorNews(): void {
  const { t } = useWords()
  const toast = useToast()
  const side = useSidePanel()
  const waiting = useWaiting()
  const known = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const fresh = waiting.some(({ who }) => !known.current.has(who))
    known.current = new Set(waiting.map(({ who }) => who))
    if (!fresh || side.shown === 'people') return
    toast({
      message: t('people.door.news', { count: waiting.length }),
      action: { label: t('people.door.look'), onAction: () => side.show('people') },
    })
  }, [waiting, side, toast, t])
}
