import { useWords } from '../../i18n/use-words.ts'
import { MessagePage } from '../missing/message-page.tsx'

/** In front of a workshop whose leaders want to be asked. It opens by itself. */
export function WaitingPage() {
  const { t } = useWords()
  return (
    <MessagePage title={t('shell.waiting.title')} isWaiting>
      <div role="status">
        <p>{t('shell.waiting.what')}</p>
        <p>{t('shell.waiting.stay')}</p>
      </div>
    </MessagePage>
  )
}
