import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Runs a program to its end and gathers what it said. Never throws: a program that cannot be started ends with
 * code 127 and says why.
 */
export function capture(file, args, { cwd = root, env = process.env, timeoutMs, onOutput } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs })
    let stdout = ''
    let output = ''
    const gather = (chunk) => {
      output += chunk
      onOutput?.(String(chunk))
    }
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
      gather(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', gather)
    child.on('error', (error) => done({ code: 127, stdout, output: `${output}${error.message}\n` }))
    child.on('close', (code, signal) => done({ code: code ?? exitCodeOf(signal), stdout, output }))
  })
}

/** Becomes another program as far as a parent can: same terminal, signals passed on, its end is our end. */
export function handOver(file, args, env = process.env) {
  const child = spawn(file, args, { cwd: root, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group: the child has it already, and a second would force it.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  if (process.env.npm_lifecycle_event) endWithParent(child)
  return new Promise(() => {
    child.on('error', (error) => {
      console.error(`Could not start ${file}: ${error.message}`)
      process.exit(1)
    })
    child.on('close', (code, signal) => process.exit(code ?? exitCodeOf(signal)))
  })
}

/** npm puts a shell between itself and us, and that shell dies of a signal without passing it on. */
function endWithParent(child) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}

function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 1)
}
