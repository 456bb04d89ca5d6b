import { monitorEventLoopDelay } from 'node:perf_hooks'

// Preloaded (--import) into every server that is measured, on whatever Node runs it: tells its parent what it costs.

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

process.on('message', (message) => {
  if (message?.ask !== 'cost') return
  if (message.collect) for (let round = 0; round < 3; round += 1) globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  const blocked = Math.max(0, delay.max / 1e6 - 5)
  delay.reset()
  process.send?.({ answer: 'cost', processorMs: (user + system) / 1000, rss, heapUsed, external, blocked })
})
