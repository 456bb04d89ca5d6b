import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faults } from './faults.ts'

// pnpm faults                     the full dose of every fault: hours
// pnpm faults --only t8,t9        of these only
// pnpm faults --small             the dose of the tests
//
// One line of JSON per fault, `"ok"` in each; exit code 1 when any failed.

const { values } = parseArgs({
  options: { only: { type: 'string' }, small: { type: 'boolean', default: false } },
})
const wanted = values.only?.toLowerCase().split(',')
const unknown = wanted?.filter((name) => !faults.some((fault) => fault.name === name)) ?? []
if (unknown.length > 0) {
  console.error(
    `No such fault: ${unknown.join(', ')}. There are ${faults.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}

const folder = import.meta.dirname
let failed = 0
for (const { name, script, small, full } of faults) {
  if (wanted && !wanted.includes(name)) continue
  if (process.exitCode === 1) break
  const { code, line } = await run(script, values.small ? small : full)
  if (code !== 0) failed += 1
  console.log(line ?? JSON.stringify({ fault: name, ok: false, failures: [`it ended with ${code} unsaid`] }))
}
process.exit(failed > 0 ? 1 : 0)

/** A process for each, so that none inherits another's memory, timers or listeners. */
function run(
  script: string,
  args: readonly string[],
): Promise<{ code: number | null; line: string | undefined }> {
  const child = spawn(process.execPath, [join(folder, script), ...args], {
    cwd: join(folder, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whoever stops this stops what it has started.
  const end = () => {
    child.kill('SIGTERM')
    process.exitCode = 1
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed = (printed + chunk).slice(-100_000)
  })
  return new Promise((resolve) => {
    child.once('close', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end)
      const line = printed.trimEnd().split('\n').at(-1)
      resolve({ code, line: line?.startsWith('{') ? line : undefined })
    })
  })
}
