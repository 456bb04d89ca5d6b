import type { Kind } from '@vispera/kinds'
import { accepts } from './drop.ts'

/** Whether a note of this kind can be asked what had to be true just before it. */
export function mayAskBefore(kind: Kind, noteKind: string): boolean {
  if (kind.layout.engine !== 'timeline') return false
  const { link, step } = kind.layout.chain
  const rule = kind.linkKinds.find((one) => one.id === link)
  return rule !== undefined && accepts(rule.from, noteKind) && accepts(rule.to, step)
}
