import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)
const packages = /^(react|react\/jsx-runtime|react-dom|react-dom\/client)$/
const prefix = '\0by-name:'

/**
 * React comes as CommonJS, of which every use in a bundle is a look-up in an object. This takes the objects apart
 * once, so that a use is a short name.
 */
export const reactByName = (): Plugin => ({
  name: 'react-by-name',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: packages },
    handler(id, importer) {
      const isOwn =
        importer?.startsWith(prefix) || /[\\/]node_modules[\\/]react(-dom)?[\\/]/.test(importer ?? '')
      return isOwn ? null : `${prefix}${id}`
    },
  },
  load: {
    filter: { id: new RegExp(`^${prefix}`) },
    handler(id) {
      const name = id.slice(prefix.length)
      const exported = Object.keys(require(name)).filter((key) => key !== 'default')
      return [
        `import whole from '${name}'`,
        'export default whole',
        ...exported.map((key) => `export const ${key} = whole.${key}`),
      ].join('\n')
    },
  },
})
