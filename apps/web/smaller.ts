import { gzipSync } from 'node:zlib'
import { minify } from '@swc/core'
import type { Plugin } from 'vite'

/**
 * Goes over what the bundler has made small once more: with several rounds, what only led to something unused goes
 * as well, such as a stylesheet's names as an object. Two to three kilobytes of a first visit.
 */
export const smaller = (): Plugin => ({
  name: 'smaller',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      for (const script of Object.values(bundle)) {
        if (script.type !== 'chunk') continue
        const { code } = await minify(script.code, {
          module: true,
          compress: { passes: 3, ecma: 2022, pure_getters: true },
          mangle: true,
        })
        // React, for one, comes as small as it gets.
        if (packed(code) < packed(script.code)) script.code = code
      }
    },
  },
})

const packed = (code: string) => gzipSync(code).length
