import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { capture, root } from './process.mjs'
import { fingerprint, isStamped, stamp } from './stamp.mjs'

const sources = ['apps/web', 'packages', 'pnpm-lock.yaml', 'tsconfig.base.json']

export function isWebBuilt() {
  return existsSync(join(root, 'apps/web/dist/index.html')) && isStamped('web', fingerprint(sources))
}

/** Builds the web client into apps/web/dist. */
export async function buildWeb() {
  const built = fingerprint(sources)
  const web = join(root, 'apps/web')
  const result = await capture(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: web,
  })
  if (result.code === 0) stamp('web', built)
  return result
}
