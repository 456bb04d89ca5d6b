import { SaveState } from '@vispera/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { saveWords } from '../../session/save-words.ts'
import { useSessionValue } from '../../session/use-session-value.ts'

/** Saving that is over sooner than this is not worth a flicker at every letter. */
const patienceMs = 500

/** Whether my words are safe, in words. */
export function SaveNote({ className }: { className?: string | undefined }) {
  const { icon, words } = useSaveWords()
  return (
    <SaveState state={icon} className={className}>
      {words}
    </SaveState>
  )
}

/** The words to show now, and whether all is well. */
export function useSaveWords() {
  const { t } = useWords()
  const save = useSessionValue((session) => session.saveState())
  const [shown, setShown] = useState(save)
  useEffect(() => {
    if (save.state !== 'saving') return setShown(save)
    const timer = setTimeout(() => setShown(save), patienceMs)
    return () => clearTimeout(timer)
  }, [save])
  return { ...saveWords(shown, t), isCalm: shown.state === 'saved' || shown.state === 'saving' }
}
