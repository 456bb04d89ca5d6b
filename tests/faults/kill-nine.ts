import { parseArgs } from 'node:util'
import { killNineCycles } from './kill-nine-cycles.ts'
import { realServer, slowServer } from './server-process.ts'

// node tests/faults/kill-nine.ts --cycles 100 [--server "node apps/server/src/main.ts"] [--port 21200]

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    server: { type: 'string', default: realServer },
    port: { type: 'string', default: '21200' },
  },
})

const result = await killNineCycles({
  server: values.server,
  ...(values.server === realServer ? { slowServer } : {}),
  cycles: Number(values.cycles),
  port: Number(values.port),
  random: Math.random,
  onCycle: console.log,
})
console.log(JSON.stringify(result))
process.exit(result.lost.length === 0 ? 0 : 1)
