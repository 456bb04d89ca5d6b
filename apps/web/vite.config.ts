import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { nameChunks } from './chunks.ts'
import { classNameFor } from './class-names.ts'
import { fetchedAlong } from './fetched-along.ts'
import { icons } from './icons.ts'
import { reactByName } from './react-by-name.ts'
import { smaller } from './smaller.ts'
import { standIns } from './stand-ins.ts'
import { withoutXml } from './without-xml.ts'
import { words } from './words-as-data.ts'

/** Where `vite dev` finds a running server. */
const server = process.env.VISPERA_SERVER ?? 'http://localhost:8080'

/**
 * Node needs `with { type: 'json' }` where code imports a catalogue; `vite dev` serves catalogues as scripts,
 * which browsers then refuse under that attribute.
 */
const jsonAsScript: Plugin = {
  name: 'json-as-script',
  apply: 'serve',
  enforce: 'pre',
  transform: {
    filter: { id: /\/packages\/.*\.ts$/, code: "type: 'json'" },
    handler: (code) => code.replaceAll(/,? ?(\{ )?with: \{ type: 'json' \}( \})?/g, ''),
  },
}

const plugins = () => [jsonAsScript, words(), standIns(), withoutXml(), icons(), reactByName(), react()]

export default defineConfig(async ({ command }) => ({
  plugins: [...plugins(), fetchedAlong(), smaller()],
  // Two copies of any of these break hooks, contexts or documents.
  resolve: { dedupe: ['react', 'react-dom', 'yjs', 'y-protocols', 'lib0'] },
  server: {
    proxy: {
      // The host stays: the server makes links to this page from it, and refuses sockets of other origins.
      '/api': { target: server, changeOrigin: false },
      '/sync': { target: server, changeOrigin: false, ws: true },
    },
  },
  css: { modules: { generateScopedName: classNameFor } },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    // Small files stay files: the page's security policy allows no data: URLs for fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
            },
            {
              name: 'yjs',
              test: /node_modules[\\/](yjs|y-protocols|y-websocket|lib0(?![\\/](indexeddb|hash)))[\\/]/,
            },
            ...(command === 'build'
              ? [{ name: await nameChunks(plugins()), includeDependenciesRecursively: false }]
              : []),
          ],
        },
      },
    },
  },
}))
