import { runInThisContext } from 'node:vm'
import type { Plugin } from 'vite'

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

/**
 * Sends lucide's drawings without their names, sizes and keys, and all paths of one as a single path: a third of
 * what they weigh. `src/stand-ins/lucide-icon.ts` makes elements of them.
 */
export const icons = (): Plugin => ({
  name: 'icons',
  apply: 'build',
  transform: {
    filter: {
      id: /[\\/]lucide-react[\\/]dist[\\/]esm[\\/]icons[\\/][\w-]+\.mjs$/,
      code: 'const __iconData =',
    },
    handler(code) {
      const found = /const __iconData = (\{.*?\n\});/s.exec(code)?.[1]
      if (found === undefined) throw new Error('lucide writes its drawings in another way')
      const { node: shapes }: { node: readonly Shape[] } = runInThisContext(`(${found})`)
      const path = shapes.map(([tag, { d }]) => (tag === 'path' && d ? fromItsOwnStart(d) : '')).join('')
      const others = shapes.flatMap(([tag, { key: _, ...rest }]) => (tag === 'path' ? [] : [[tag, rest]]))
      const drawn = [path, ...(others.length > 0 ? [others] : [])].map((part) => JSON.stringify(part))
      return {
        code: [
          `import createLucideIcon from '../createLucideIcon.mjs'`,
          `export default /* @__PURE__ */ createLucideIcon(${drawn.join(', ')})`,
        ].join('\n'),
        map: null,
      }
    },
  },
})

/** The first `m` of a path counts from the corner; behind another path it would count from the end of that. */
const fromItsOwnStart = (path: string) =>
  path.replace(
    /^m\s*(-?[\d.]+)[\s,]*(-?(?:\d+\.?\d*|\.\d+))\s*(?=([-.\d])?)/,
    (_, x, y, more) => `M${x} ${y}${more === undefined ? '' : 'l'}`,
  )
