import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { presenceFrame, step1Frame, step2Frame, updateFrame } from '../../packages/sync/src/frames.ts'
import {
  binary,
  collected,
  craftUpdate,
  type Id,
  nested,
  skipped,
  text,
  value,
  word,
} from './craft-update.ts'

/** What an attacker knows of its victim: the id it writes under and where that stands. */
export interface Victim {
  readonly client: number
  readonly next: number
  /** The last letter of a note of theirs. */
  readonly letter: Id
}

export interface Attack {
  readonly what: string
  /** Frames to send, in order, until the server has had enough. */
  readonly frames: (victim: Victim, own: number) => Iterable<Uint8Array>
  /** The server may take it for a mistake and stay polite; it must do no harm all the same. */
  readonly isPolite?: boolean
}

export const evil = 'EVIL'
const one = (update: Uint8Array) => [updateFrame(update)]
const inNotes = { root: 'notes', key: evil }
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at))

export const attacks: readonly Attack[] = [
  {
    what: 'writes under the id of somebody who is away',
    frames: ({ client, next, letter }) =>
      one(craftUpdate([{ client, clock: next, structs: [text({ origin: letter }, evil)] }])),
  },
  {
    what: 'uses up the id of somebody who is away',
    frames: ({ client, next }) => one(craftUpdate([{ client, clock: next, structs: [collected(2 ** 52)] }])),
  },
  {
    what: 'uses up an id of its own',
    frames: (_, own) => one(craftUpdate([{ client: own, clock: 0, structs: [collected(2 ** 31)] }])),
  },
  {
    what: 'leaves a hole before its first struct, a thousand times',
    isPolite: true,
    frames: (_, own) =>
      times(1000, (at) =>
        updateFrame(craftUpdate([{ client: own, clock: 5 + 2 * at, structs: [word(inNotes, evil)] }])),
      ),
  },
  {
    what: 'answers with holes whenever it is asked',
    frames: (_, own) =>
      times(50, (at) =>
        step2Frame(craftUpdate([{ client: own, clock: 9 + at, structs: [word(inNotes, evil)] }])),
      ),
  },
  {
    what: 'skips what is not there',
    frames: (_, own) =>
      one(craftUpdate([{ client: own, clock: 0, structs: [skipped(10), word(inNotes, evil)] }])),
  },
  {
    what: 'deletes what others have yet to write',
    isPolite: true,
    frames: ({ client, next }) =>
      times(100, (at) => updateFrame(craftUpdate([], [{ client, clock: next + at, length: 1_000_000 }]))),
  },
  {
    what: 'stands after itself',
    frames: (_, own) =>
      one(
        craftUpdate([
          { client: own, clock: 0, structs: [text({ origin: { client: own, clock: 0 } }, evil)] },
        ]),
      ),
  },
  {
    what: 'stands between neighbours in the wrong order',
    frames: ({ letter }, own) => {
      const before = { client: letter.client, clock: letter.clock - 1 }
      return one(
        craftUpdate([
          { client: own, clock: 0, structs: [text({ origin: letter, rightOrigin: before }, evil)] },
        ]),
      )
    },
  },
  {
    what: 'nests values forty thousand deep',
    frames: (_, own) => {
      const deep = Uint8Array.from([...times(40_000, () => [117, 1]).flat(), 126])
      return one(craftUpdate([{ client: own, clock: 0, structs: [value(inNotes, deep)] }]))
    },
  },
  {
    what: 'nests maps five thousand deep',
    frames: (_, own) => {
      const structs = times(5000, (at) =>
        nested(at === 0 ? inNotes : { parent: { client: own, clock: at - 1 }, key: evil }, 1),
      )
      return one(craftUpdate([{ client: own, clock: 0, structs }]))
    },
  },
  {
    what: 'writes a root that is none of the board',
    frames: (_, own) =>
      one(craftUpdate([{ client: own, clock: 0, structs: [word({ root: 'agenda', key: evil }, evil)] }])),
  },
  {
    what: 'takes the map of notes for a list and for a text',
    frames: (_, own) => [
      updateFrame(craftUpdate([{ client: own, clock: 0, structs: [word({ root: 'notes' }, evil)] }])),
      updateFrame(craftUpdate([{ client: own, clock: 0, structs: [text({ root: 'notes' }, evil)] }])),
    ],
  },
  {
    what: 'puts in bytes',
    frames: (_, own) => one(craftUpdate([{ client: own, clock: 0, structs: [binary(inNotes, 1000)] }])),
  },
  {
    what: 'asks for the whole document again and again',
    frames: () => times(200, () => step1Frame(Uint8Array.of(0))),
  },
  {
    what: 'shows itself as somebody else, for ever',
    isPolite: true,
    frames: ({ client }) => [presenceOf([[client, Number.MAX_SAFE_INTEGER, { cursor: evil }]])],
  },
  {
    what: 'shows two hundred thousand people',
    isPolite: true,
    frames: (_, own) => [presenceOf(times(200_000, (at) => [own + at, 1, null]))],
  },
  {
    what: 'shows itself with five megabytes',
    isPolite: true,
    frames: (_, own) => [presenceOf([[own, 1, { cursor: evil.repeat(1_250_000) }]])],
  },
  { what: 'sends twenty megabytes in a frame', frames: () => [new Uint8Array(20_000_000)] },
]

function presenceOf(
  states: readonly (readonly [client: number, clock: number, state: unknown])[],
): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, states.length)
  for (const [client, clock, state] of states) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, JSON.stringify(state))
  }
  return presenceFrame(toUint8Array(encoder))
}
