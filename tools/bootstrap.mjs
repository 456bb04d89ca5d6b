// The one door behind `npm start`, `npm test`, `pnpm seed` and `npm run vispera`. It must run on every Node from 18
// on, so it and what it imports are plain JavaScript without newer syntax; everything after the hand-over runs on
// Node 24.
import { fileURLToPath } from 'node:url'
import { isFloorReached, nodeAtFloor } from './node.mjs'
import { handOver } from './process.mjs'
import { fail } from './say.mjs'

const commands = ['start', 'test', 'seed', 'vispera']
const [command, ...rest] = process.argv.slice(2)

if (!commands.includes(command)) {
  fail(`Say one of: ${commands.join(', ')}. For example: npm start`)
}

if (isFloorReached()) {
  const { run } = await import(`./${command}.mjs`)
  await run(rest)
} else {
  const node = await nodeAtFloor()
  await handOver(node, [fileURLToPath(import.meta.url), command, ...rest])
}
