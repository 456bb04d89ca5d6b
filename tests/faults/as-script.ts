import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runAsScript } from './script.ts'

// node tests/faults/as-script.ts --tests tests/faults/bad-disk
//
// For faults whose full dose is their test: runs the tests under these paths and reports as the other scripts do.

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

interface Tested {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

await runAsScript('tests', { tests: '' }, async ({ tests }) => {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-faults-'))
  const file = join(folder, 'report.json')
  const args = [vitest, 'run', '--reporter=json', `--outputFile=${file}`, ...tests.split(',')]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  await new Promise((resolve) => child.once('close', resolve))
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Tested
  rmSync(folder, { recursive: true })
  const failures = testResults.flatMap(({ name, assertionResults }) => {
    if (assertionResults.length === 0) return [`${name} could not be run`]
    return assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
  })
  return { failures, figures: { tests, passed: numPassedTests } }
})
