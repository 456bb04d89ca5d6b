import { Component, type ReactNode } from 'react'
import { NotFetched } from './later.ts'
import { MissingPart } from './missing-part.tsx'

interface Props {
  readonly children: ReactNode
}

/** Where a part of the page could not be fetched, says so and offers to try again. Other errors pass through. */
export class Fetched extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown }
  static getDerivedStateFromError = (error: unknown) => ({ error })

  retry = () => {
    const { error } = this.state
    if (error instanceof NotFetched) error.forget()
    this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (error instanceof NotFetched) return <MissingPart onRetry={this.retry} />
    throw error
  }
}
