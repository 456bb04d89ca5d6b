import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const everything = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that a dark theme can break: the page is otherwise the same. */
const colours = ['color-contrast', 'link-in-text-block']

/** What axe finds against WCAG 2.2 A and AA and good practice, said so that a failure can be read. */
export const faults = (page: Page, screen: string, part?: string) => look(page, screen, part, everything)

/** The same, and afterwards in the dark; leaves the page in the light. */
export async function faultsInEveryLight(page: Page, screen: string, part?: string): Promise<string[]> {
  const found = await faults(page, screen, part)
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await look(page, `${screen} in the dark`, part, colours)))
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

async function look(
  page: Page,
  screen: string,
  part: string | undefined,
  rules: string[],
): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({
      runOnly: rules,
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
