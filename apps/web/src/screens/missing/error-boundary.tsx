import { Component, type ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { MessagePage } from './message-page.tsx'

interface State {
  readonly hasFailed: boolean
}

/** A mistake of ours must not leave an empty page: what was written is with the server or on the device. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const { t } = useWords()
  return (
    <MessagePage title={t('shell.failed.title')} onRetry={() => location.reload()}>
      <p>{t('shell.failed.do')}</p>
    </MessagePage>
  )
}
