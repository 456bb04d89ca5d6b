import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, root } from './process.mjs'
import { say, step } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * A Chromium that really starts: the one in CHROMIUM_PATH, one on this machine, Playwright's own download, or the
 * system's package. Undefined when none of these can be had.
 */
export async function findChromium() {
  for (const path of candidates()) if (await starts(path)) return path
  return (await fromPlaywright()) ?? (await fromSystem())
}

function candidates() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROMIUM_PATH, ...new Set(found)].filter((path) => path && existsSync(path))
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  if (existsSync(own) && (await starts(own))) return own
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { code } = await step("Fetching Playwright's Chromium", () =>
    capture(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: 180_000 }),
  )
  // Downloaded is not enough: without the system's libraries it does not start.
  return code === 0 && existsSync(own) && (await starts(own)) ? own : undefined
}

async function fromSystem() {
  const { code, output } = await step("Installing the system's Chromium", () =>
    capture('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }),
  )
  if (code !== 0) say(output.trim().split('\n').slice(-3).join('\n'))
  for (const path of candidates()) if (await starts(path)) return path
  return undefined
}

async function starts(path) {
  const { code } = await capture(path, ['--version'], { timeoutMs: 30_000 })
  return code === 0
}
