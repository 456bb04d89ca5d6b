import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { capture, root } from './process.mjs'
import { say, seconds } from './say.mjs'

/**
 * Every check in turn, each as { name, passed, failures, ms }. A check that fails does not stop the next one: one
 * run shows everything that is wrong.
 */
export async function runChecks() {
  const results = []
  for (const [name, check] of checks) {
    const startedAt = Date.now()
    say(`${name} ...`)
    const { passed, failures, output = '' } = await check()
    const ms = Date.now() - startedAt
    if (failures.length > 0) say(output.trimEnd())
    say(`${name} ... ${failures.length === 0 ? 'ok' : `${failures.length} failed`} in ${seconds(ms)}`)
    results.push({ name, passed, failures, ms })
  }
  return results
}

// Gathered output goes through a pipe; colours in it would only be noise in a log.
const env = process.stderr.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }

const checks = [
  ['format and lint', () => tool('@biomejs/biome/bin/biome', ['check', '.', '--max-diagnostics=50'])],
  ['types', () => tool('typescript/bin/tsc', ['-b'])],
  ['unused code', () => tool('knip/bin/knip.js', [])],
  ['unit tests', unitTests],
  ['web build', async () => asOne('the web client builds', await buildWeb())],
  ['size of a first visit', sizeOfFirstVisit],
  ['browsers', browserTests],
]

async function tool(file, args) {
  const result = await capture(process.execPath, [join(root, 'node_modules', file), ...args], { env })
  return asOne(`${file.split('/').at(-1)} ${args.join(' ')}`.trim(), result)
}

function asOne(title, { code, output }) {
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [title], output }
}

async function unitTests() {
  return withReport(async (report) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code, output } = await capture(process.execPath, [vitest, 'run', ...reporters], { env })
    return { ...countVitest(readReport(report), code), output }
  })
}

/** Counts tests, plus one failure for each file that could not be loaded and one for an error outside any test. */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failures: ['vitest ended without a report'] }
  const failures = report.testResults.flatMap((file) => {
    const failed = file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => test.fullName)
    return file.status === 'failed' && failed.length === 0 ? [`${file.name} could not be run`] : failed
  })
  if (code !== 0 && failures.length === 0) failures.push('an error outside any test, see above')
  return { passed: report.numPassedTests, failures }
}

async function sizeOfFirstVisit() {
  // Not before the packages are installed: it asks the kinds what a board is drawn with.
  const { measureFirstVisit } = await import('./size.mjs')
  const { table, problem } = measureFirstVisit()
  say(table)
  return problem ? { passed: 0, failures: [problem] } : { passed: 1, failures: [] }
}

async function browserTests() {
  const chromium = await findChromium()
  if (!chromium) {
    return { passed: 0, failures: ['no Chromium could be found or installed; set CHROMIUM_PATH to one'] }
  }
  return withReport(async (report) => {
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    const args = [cli, 'test', '-c', 'tests/e2e/playwright.config.ts']
    const { code, output } = await capture(process.execPath, args, {
      env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      onOutput: (text) => process.stderr.write(text),
    })
    return { ...countPlaywright(readReport(report), code), output: output.split('\n').slice(-5).join('\n') }
  })
}

export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failures: ['Playwright ended without a report'] }
  const specs = report.suites.flatMap(specsIn)
  const failures = specs.filter((spec) => !spec.ok).map((spec) => `${spec.file}: ${spec.title}`)
  for (const error of report.errors)
    if (failures.length === 0) failures.push(String(error.message).split('\n')[0])
  if (code !== 0 && failures.length === 0) failures.push('Playwright failed outside any test, see above')
  return { passed: report.stats.expected + report.stats.flaky, failures }
}

function specsIn(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)]
}

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-report-'))
  try {
    return await work(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Not written, or only half: the runner itself broke, which the caller counts as a failure.
    return undefined
  }
}
