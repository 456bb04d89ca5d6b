/** A script of this folder, and what it is called with. */
export interface Fault {
  readonly name: string
  readonly script: string
  /** About what the tests do. */
  readonly small: readonly string[]
  /** What is done every night. */
  readonly full: readonly string[]
}

const fault = (name: string, script: string, small: string, full: string): Fault => ({
  name,
  script,
  small: small.split(' ').filter(Boolean),
  full: full.split(' ').filter(Boolean),
})

/** Every fault that is tried by `pnpm faults`, in this order. */
export const faults: readonly Fault[] = [
  fault('t1', 'convergence.ts', '--seeds 50 --ops 60', '--clients 8 --ops 5000 --seeds 50'),
  fault(
    't1-crowd',
    'convergence.ts',
    '--clients 12 --ops 100 --seeds 1',
    '--clients 30 --ops 2000 --seeds 20',
  ),
  fault('t2', 'bad-network.ts', '--rounds 1 --seconds 4', '--rounds 60 --seconds 20'),
  fault('yjs', 'yjs-harness.ts', '--runs 2 --iterations 250', '--runs 50 --iterations 3000'),
  fault('trace-2', 'editing-traces.ts', '--transactions 600 --agents 2', '--transactions 26078 --agents 2'),
  fault('trace-3', 'editing-traces.ts', '--transactions 600 --agents 3', '--transactions 23136 --agents 3'),
  fault('t3', 'kill-nine.ts', '--cycles 5', '--cycles 1000'),
  fault('t3-led', 'as-script.ts', '--tests tests/faults/led-kill-nine', '--tests tests/faults/led-kill-nine'),
  fault('t4-t5', 'as-script.ts', '--tests tests/faults/bad-disk', '--tests tests/faults/bad-disk'),
  fault('t6', 'slow-reader.ts', '--writers 3 --megabytes 2 --wait 0', '--writers 20 --megabytes 200'),
  fault('t7', 'raw-frames.ts', '--frames 1000 --slow 30', '--frames 10000 --slow 300 --wait 40'),
  fault('t8', 'mutated-frames.ts', '--count 6000', '--count 5000000'),
  fault('t9', 'byzantine.ts', '--rounds 1', '--rounds 10'),
  fault('t10', 'flood.ts', '--seconds 4 --joins 50', ''),
  fault('t11', 'reconnect-storm.ts', '--people 60 --minutes 0.05', ''),
  fault('t12', 'nodes.ts', '--seconds 2 --frozen 4 --writers 2 --presses 4', ''),
  fault(
    't13',
    'as-script.ts',
    '--tests packages/sync/src/durability',
    '--tests packages/sync/src/durability',
  ),
  fault('t14', 'clock-jumps.ts', '--dwell 0', ''),
  fault('t17', 'soak.ts', '--minutes 1 --people 10 --kills 1', ''),
  fault('t18', 'as-script.ts', '--tests tests/faults/backup', '--tests tests/faults/backup'),
]
