import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { saveWords } from '../../session/save-words.ts'
import { useSessionValue } from '../../session/use-session-value.ts'

/** The one assertive region: said at once, and only when the line to the server breaks or comes back. */
export function UrgentNews() {
  const { t } = useWords()
  const save = useSessionValue((session) => session.saveState())
  const [news, setNews] = useState('')
  const wasBroken = useRef(false)
  const isBroken = save.state !== 'saved' && save.state !== 'saving' && save.state !== 'waiting'
  useEffect(() => {
    if (isBroken === wasBroken.current) return
    wasBroken.current = isBroken
    setNews(isBroken ? saveWords(save, t).words : t('shell.save.back'))
  }, [isBroken, save, t])
  return (
    <p role="alert" className="visually-hidden">
      {news}
    </p>
  )
}
