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
  const find = () => capture('npx', ['-y', '-p', `node@${version}`, 'node', '-p', 'process.execPath'])
  const { code, stdout, output } = await step(
    `This is Node ${process.versions.node}. Bringing Node ${version}`,
    find,
  )
  const path = stdout.trim().split('\n').at(-1) ?? ''
  if (code === 0 && existsSync(path)) return path
  return fail(
    `Vispera needs Node ${floor} and could not bring it: npm could not fetch the package node@${version}.`,
    'Is there a network, and does `npm ping` answer? Or install Node 24 from https://nodejs.org and try again.',
    ...lastLines(output),
  )
}

function lastLines(output) {
  return output.trim().split('\n').slice(-5)
}
