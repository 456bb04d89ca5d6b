import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Each file starts its own server (harness.ts), so files are independent. People wait for each other most of
  // the time: two cores carry three files.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  // A test that passes on the second try is a defect we want to hear of.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // npm test names a file to count from; somebody at a terminal wants one quiet line.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      // Without a path Playwright uses its own download.
      ...(installed ? { executablePath: installed } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
