// Loaded before a program: `node --import ./tests/faults/jumping-clock.ts <program>`. Its wall clock is
// `JUMP_HOURS` off, and each SIGUSR2 takes it on to the next of the hours in `JUMP_TO`. What runs by the monotonic
// clock is not touched, as when a machine wakes up or is put right.

const realNow = Date.now.bind(Date)
const hours = (process.env.JUMP_TO ?? '').split(',').filter(Boolean).map(Number)
let aheadMs = Number(process.env.JUMP_HOURS ?? 0) * 3_600_000

const now = () => realNow() + aheadMs
globalThis.Date = new Proxy(Date, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})

process.on('SIGUSR2', () => {
  aheadMs = (hours.shift() ?? 0) * 3_600_000
})
