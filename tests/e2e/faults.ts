import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds against WCAG 2.2 A and AA and good practice, said so that a failure can be read. */
export async function faults(page: Page, screen: string, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What passes is not told apart, only found.
      resultTypes: ['violations'],
    })
    // Our pages have no frames, whose findings would be put together in a page of their own.
    .setLegacyMode()
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  )
}
