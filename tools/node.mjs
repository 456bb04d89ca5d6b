import { existsSync } from 'node:fs'
import { capture } from './process.mjs'
import { fail, step } from './say.mjs'

// Node 24 brings node:sqlite and runs TypeScript; the version npm's `node` package is pinned to.
const floor = 24
const version = '24.21.0'

export function isFloorReached(running = process.versions.node) {
  return Number(running.split('.')[0]) >= floor
}

/** The path of a Node at the floor, from npm's `node` package; npm keeps it in its own cache. */
export async function nodeAtFloor() {
  // Without a network npm would try for over a minute before anybody hears of it.
  const env = { ...process.env, npm_config_fetch_retries: '1', npm_config_fetch_retry_mintimeout: '2000' }
  const { code, stdout, output } = await step(
    `This is Node ${process.versions.node}. Bringing Node ${version}`,
    () => capture('npx', ['-y', '-p', `node@${version}`, 'node', '-p', 'process.execPath'], { env }),
  )
  const path = stdout.trim().split('\n').at(-1) ?? ''
  if (code === 0 && existsSync(path)) return path
  return fail(
    `Vispera needs Node ${floor} and could not bring it: npm could not fetch the package node@${version}.`,
    'Is there a network, and does `npm ping` answer? Or install Node 24 from https://nodejs.org and try again.',
    ...output.trim().split('\n').slice(0, 4),
  )
}
