import type { ComponentProps } from 'react'

/** The role is written out because scripts wait for `[role="main"][data-ready="true"]` (see the contract). */
const contract = { role: 'main' } as const

export function MainArea({ isReady, ...rest }: ComponentProps<'main'> & { isReady: boolean }) {
  return <main {...contract} data-region="" data-ready={isReady} {...rest} />
}
