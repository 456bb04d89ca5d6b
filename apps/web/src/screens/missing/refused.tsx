import { useWords } from '../../i18n/use-words.ts'
import type { ApiErrorCode } from '../../session/api-error.ts'
import { MessagePage } from './message-page.tsx'

/** The door stays closed. An unknown workshop and a wrong key are told alike: the server does not say which. */
export function Refused({ code, onRetry }: { code: ApiErrorCode; onRetry: () => void }) {
  const { t } = useWords()
  if (code === 'not-found' || code === 'bad-request' || code === 'invalid') {
    return (
      <MessagePage title={t('shell.missing.title')}>
        <p>{t('shell.missing.why')}</p>
        <p>{t('shell.missing.do')}</p>
      </MessagePage>
    )
  }
  if (code === 'closed' || code === 'turned-away') {
    return (
      <MessagePage title={t(`shell.door.${code}`)} onRetry={onRetry}>
        <p>{t(`shell.error.${code}`)}</p>
        {code === 'closed' && <p>{t('shell.door.closed.do')}</p>}
      </MessagePage>
    )
  }
  return (
    <MessagePage title={t('shell.unreachable.title')} onRetry={onRetry}>
      <p>{t(`shell.error.${code}`)}</p>
    </MessagePage>
  )
}
