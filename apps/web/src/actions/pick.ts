import { later } from '../later/later.ts'
import type { ActionContext } from './action-context.ts'

const pickers = later(() => import('./pickers.ts'))

/** Asks something that needs a list to pick from, and does it; says so when the lists could not be fetched. */
export function pick(
  { toast, t }: ActionContext,
  run: (asked: typeof import('./pickers.ts')) => Promise<void>,
): void {
  void pickers.fetch().then(run, () => toast({ message: t('outline.refused.notFetched') }))
}
