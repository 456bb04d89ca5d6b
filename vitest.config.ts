import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'apps/*/src/**/*.test.{ts,tsx}',
      'tests/{architecture,boards,faults}/**/*.test.ts',
      'tools/**/*.test.mjs',
    ],
    // Styles are left out of tests, except where a test reads one as text.
    css: { include: [/\.css\?raw$/] },
    // Whatever a test makes and forgets is its own; nothing leaks from file to file.
    restoreMocks: true,
    // Two cores, and some tests start a server, Typst or a child to kill.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
