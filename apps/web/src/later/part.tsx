import { type ComponentType, type ReactNode, Suspense, use } from 'react'
import { Fetched } from './fetched.tsx'
import type { Later } from './later.ts'

interface PartProps<Props> {
  readonly of: Later<ComponentType<Props>>
  readonly with: Props
  /** Stands here until the code has come. */
  readonly waiting?: ReactNode
}

/** A component whose code comes later. Where it does not come, the page says so and offers to try again. */
export function Part<Props extends object>({ waiting, ...rest }: PartProps<Props>) {
  return (
    <Fetched>
      <Suspense fallback={waiting}>
        <Arrived {...rest} />
      </Suspense>
    </Fetched>
  )
}

function Arrived<Props extends object>({ of, with: props }: PartProps<Props>) {
  const View = useLater(of)
  return <View {...props} />
}

/** What has arrived; suspends until it has. */
export function useLater<T>(later: Later<T>): T {
  // Always by `use`, also when it is there: React tells a component that suspended by its calling it again.
  return use(later.awaited())
}
