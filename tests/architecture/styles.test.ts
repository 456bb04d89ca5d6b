import { expect, test } from 'vitest'
import { offences, sourcesIn } from './sources.ts'

const styles = sourcesIn(['apps/web/src', 'packages/ui/src'], ['.css'])

/**
 * Where left and right mean the wall itself, which does not mirror: two readers share one wall. Chrome is never
 * listed here.
 */
const worldLayer: Record<string, string> = {
  'apps/web/src/surface/': 'the world of the board keeps its place in both directions',
}

test('styles follow the direction of reading: inline-start and inline-end, never left and right', () => {
  const chrome = styles.filter(
    ({ path }) => !Object.keys(worldLayer).some((folder) => path.startsWith(folder)),
  )
  const found = offences(chrome, (line) => {
    const [, property = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^;]*)/.exec(line) ?? []
    const isSided = /(^|-)(left|right)(-|$)/.test(property)
    const isSidedValue = /^(text-align|float|clear)$/.test(property) && /\b(left|right)\b/.test(value)
    return isSided || isSidedValue ? `${property}: ${value.trim()}` : undefined
  })
  expect(found).toEqual([])
})

test('colours in the app come from the tokens, so that every theme and contrast reaches them', () => {
  const app = styles.filter(({ path }) => path.startsWith('apps/'))
  const found = offences(app, (line) => /#[0-9a-f]{3,8}\b(?=[^{]*(;|$))/i.exec(line)?.[0])
  expect(found).toEqual([])
})
