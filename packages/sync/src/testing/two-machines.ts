import { onTestFinished } from 'vitest'
import { aPerson, type PersonOptions } from './a-person.ts'
import { aClock, rest } from './manual-clock.ts'
import { aRandom } from './random.ts'
import { severalMachines } from './several-machines.ts'

const board = 'w/board/b'

/** Two machines, on which people join one board. */
export function twoMachines(seed = 1) {
  const clock = aClock()
  const machines = severalMachines(clock, aRandom(seed))
  const [north, south] = [machines.start(0), machines.start(1)]
  const joined = (at: typeof north) => (person: PersonOptions) => {
    const one = aPerson(at.rooms, person)
    onTestFinished(() => one.awareness.destroy())
    return one
  }
  const settle = async (rounds = 6, ms = 100) => {
    for (let round = 0; round < rounds; round += 1) {
      await rest()
      clock.advance(ms)
    }
    await rest()
  }
  const contentsAt = ({ rooms }: typeof north) => rooms.read(board, (doc) => doc.getMap('notes').toJSON())
  return {
    ...machines,
    clock,
    settle,
    north,
    south,
    contentsAt,
    joinNorth: joined(north),
    joinSouth: joined(south),
  }
}
