import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * Parts of libraries that a phone should not have to load, and what does their work here. Where a library changes
 * its files, its own part comes back, and the size of a first visit (tools/size.mjs) says so.
 */
const parts: readonly { readonly of: RegExp; readonly here: string }[] = [
  { of: /[\\/]lib0[\\/]logging\.js$/, here: 'lib0-logging.ts' },
  { of: /[\\/]lib0[\\/]environment\.js$/, here: 'lib0-environment.ts' },
  { of: /[\\/]lib0[\\/]broadcastchannel\.js$/, here: 'lib0-broadcastchannel.ts' },
  { of: /[\\/]lucide-react[\\/].*[\\/]createLucideIcon\.mjs$/, here: 'lucide-icon.ts' },
]

export const standIns = (): Plugin => ({
  name: 'stand-ins',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /(logging|environment|broadcastchannel|createLucideIcon)(\.m?js)?$/ },
    async handler(id, importer, options) {
      const resolved = await this.resolve(id, importer, options)
      const part = parts.find(({ of }) => of.test(resolved?.id ?? ''))
      return part ? fileURLToPath(new URL(`src/stand-ins/${part.here}`, import.meta.url)) : null
    },
  },
})
