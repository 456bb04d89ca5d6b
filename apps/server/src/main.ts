import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from './config.ts'
import { greeting, greetingCode } from './greeting.ts'
import { describeError, openLog } from './logging.ts'
import { openServer } from './server.ts'
import { startProblem } from './start-error.ts'

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))
/** A stop that takes longer than this is not waited for. */
const patienceMs = 4_500

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = openLog(config.logLevel)
  const server = await openServer(config, log, webFolder).catch((error: unknown) => {
    const problem = startProblem(error, config)
    if (problem === null) throw error
    fail(problem)
  })
  console.log(greeting(config, server.port))
  // A log file has no use for it, and nobody to hold a phone up to it.
  const code = process.stdout.isTTY ? greetingCode(config, server.port) : null
  if (code !== null) console.log(`\n${code}\n`)

  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), patienceMs).unref()
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(describeError(error), 'the server did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Nothing is lost by ending: what anybody was shown is on disk. Whoever runs the server sees why.
  process.on('uncaughtException', (error) => {
    log.fatal(describeError(error), 'the server ends on an unexpected error')
    process.exit(1)
  })
  process.on('unhandledRejection', (error) => log.error(describeError(error), 'a promise failed unhandled'))
}

function fail(problem: string): never {
  console.error(problem)
  process.exit(1)
}

main().catch((error: unknown) => {
  fail(error instanceof ConfigError ? error.message : `Vispera could not start. ${String(error)}`)
})
