import { useWords } from '../../i18n/use-words.ts'
import type { Refusal } from '../../session/workshop-session.ts'
import { MessagePage } from './message-page.tsx'

/** A workshop that was open here and is not any more. */
export function Closed({ refusal }: { refusal: Refusal }) {
  const { t } = useWords()
  return (
    <MessagePage
      title={t(`shell.refusal.${refusal}`)}
      onRetry={refusal === 'wiped' ? undefined : () => location.reload()}
    >
      <p>{t(`shell.refusal.${refusal}.do`)}</p>
    </MessagePage>
  )
}
