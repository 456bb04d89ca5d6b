import { buildWeb, isWebBuilt } from './build.mjs'
import { install } from './install.mjs'
import { handOver } from './process.mjs'
import { fail, step } from './say.mjs'

/** Installs and builds what is missing, then becomes the server. */
export async function run(args) {
  await install()
  if (!isWebBuilt()) {
    const { code, output } = await step('Building the web client', buildWeb)
    if (code !== 0) fail('The web client could not be built.', output)
  }
  await handOver(process.execPath, ['apps/server/src/main.ts', ...args])
}
