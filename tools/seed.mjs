import { install } from './install.mjs'
import { handOver } from './process.mjs'

/** Makes a filled workshop on a running server; see apps/server/src/seed.ts for the arguments. */
export async function run(args) {
  await install()
  await handOver(process.execPath, ['apps/server/src/seed.ts', ...args])
}
