import { install } from './install.mjs'
import { handOver } from './process.mjs'

/** Backups and the like; see apps/server/src/vispera.ts for what can be said. */
export async function run(args) {
  await install()
  // Files are named from where the command was typed; npm says where that was.
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() }
  const script = ['--disable-warning=ExperimentalWarning', 'apps/server/src/vispera.ts']
  await handOver(process.execPath, [...script, ...args], env)
}
