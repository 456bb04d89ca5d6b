import { runChecks } from './checks.mjs'
import { install } from './install.mjs'
import { say, seconds } from './say.mjs'

/** Installs, checks and tests everything. The last line is `N passed, N failed` and the exit code agrees with it. */
export async function run() {
  await install()
  const results = await runChecks()
  const passed = sum(results.map((result) => result.passed))
  const failures = results.flatMap((result) => result.failures.map((failure) => `${result.name}: ${failure}`))
  say('')
  for (const { name, passed, failures, ms } of results) {
    say(
      `${failures.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(22)} ${passed} passed, ${failures.length} failed, ${seconds(ms)}`,
    )
  }
  if (failures.length > 0) say(`\nWhat failed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`)
  console.log(`\n${passed} passed, ${failures.length} failed`)
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
