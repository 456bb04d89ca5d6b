// Loaded before a server: `node --expose-gc --import ./tests/faults/vitals.ts <server>`. On SIGUSR2 it collects its
// garbage and prints what it holds, as one line of JSON after the word `vitals`.

process.on('SIGUSR2', () => {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  const resources = process.getActiveResourcesInfo()
  const timers = resources.filter((name) => name === 'Timeout').length
  console.log(`vitals ${JSON.stringify({ heapUsed, external, rss, timers, resources: resources.length })}`)
})
