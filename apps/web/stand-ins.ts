import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const standIn = (name: string) => fileURLToPath(new URL(`src/stand-ins/${name}`, import.meta.url))

/**
 * Parts of libraries that a phone should not have to load, and what does their work here. Where a library changes
 * its files, its own part comes back, and the size of a first visit (tools/size.mjs) says so.
 */
export const standIns = (): Plugin => ({
  name: 'stand-ins',
  apply: 'build',
  config: () => ({
    resolve: {
      alias: [
        { find: /^lib0\/logging$/, replacement: standIn('lib0-logging.ts') },
        { find: /^\.\.\/createLucideIcon\.mjs$/, replacement: standIn('lucide-icon.ts') },
        // For Reacts older than 18.
        { find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' },
      ],
    },
  }),
})
