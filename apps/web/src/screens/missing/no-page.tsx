import { useWords } from '../../i18n/use-words.ts'
import { MessagePage } from './message-page.tsx'

export function NoPage() {
  const { t } = useWords()
  return (
    <MessagePage title={t('shell.noPage.title')}>
      <p>{t('shell.noPage.why')}</p>
    </MessagePage>
  )
}
