import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { capture, root } from './process.mjs'
import { fail, step } from './say.mjs'
import { fingerprint, isStamped, stamp } from './stamp.mjs'

const pnpm = 'pnpm@10.34.9'

/** Installs exactly what the lockfile says, unless that is what stands here already. */
export async function install() {
  const wanted = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests()])
  if (existsSync(join(root, 'node_modules', '.modules.yaml')) && isStamped('install', wanted)) return
  const { code, output } = await step('Installing packages', () => {
    const args = ['-y', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only']
    return capture('npx', args, { env: onOurNode() })
  })
  if (code !== 0) {
    fail(
      'The packages could not be installed.',
      'Is there a network, is the disk full, and does pnpm-lock.yaml belong to these package.json files?',
      ...output.trim().split('\n').slice(-12),
    )
  }
  stamp('install', wanted)
}

function manifests() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}/package.json`),
  )
}

// pnpm and all that it starts must find this Node first, not the older one that npm came with.
function onOurNode() {
  return { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`, CI: 'true' }
}
