import { randomBytes } from 'node:crypto'
import {
  type AgendaStage,
  addNotes,
  type Ballot,
  type Board,
  castBallot,
  documentNames,
  newId,
  type Place,
  type Role,
  readAgenda,
  readBoard,
  writeStage,
} from '@vispera/board'
import { openMemoryStore, openNoBus, type Store } from '@vispera/storage'
import { openRooms } from '@vispera/sync'
import type { Doc } from 'yjs'
import { readConfig } from '../config.ts'
import type { Command, CommandAnswer, CommandContext } from '../facilitation/command.ts'
import { commands } from '../facilitation/commands.ts'
import type { Seat } from '../join/seats.ts'
import { openLog } from '../logging.ts'
import { watchStore } from '../metrics/watch-store.ts'
import { openServices, type Services } from '../services.ts'
import { rulesOf } from '../sockets/rules.ts'
import { makeWorkshop, monthOf } from '../workshops/make-workshop.ts'
import { newBoard } from '../workshops/new-boards.ts'

export interface DeskOptions {
  readonly store?: Store
  readonly pepper?: Uint8Array
  readonly kinds?: readonly string[]
}

/** A workshop on a server without sockets: commands are said by seats, drafts written where they belong. */
export interface Desk {
  readonly services: Services
  readonly workshop: string
  readonly boards: readonly string[]
  readonly pepper: Uint8Array
  /** Somebody who is here. */
  comes(role?: Role): Seat
  say(command: string, input?: Readonly<Record<string, unknown>>, by?: Role): Promise<CommandAnswer>
  saysAs(seat: Seat, command: string, input?: Readonly<Record<string, unknown>>): Promise<CommandAnswer>
  /** Makes an agenda of these and starts the first one. */
  agenda(stages: readonly Partial<AgendaStage>[]): Promise<void>
  drafts(participant: string, drafts: readonly DraftNote[]): Promise<void>
  votes(participant: string, vote: string, ballot: Ballot | null): Promise<void>
  board(at?: number): Promise<Board>
  stage<T>(look: (doc: Doc) => T): Promise<T>
  /** All that is stored of a document, as bytes. */
  stored(document: string): Promise<string>
  /** Waits until `is` holds, trying again after each thing the server does by itself. */
  until(is: () => Promise<boolean> | boolean): Promise<void>
  close(): Promise<void>
}
export interface DraftNote {
  readonly id?: string
  readonly kind?: string
  readonly text: string
  readonly stage?: string
  readonly board?: string
  readonly withdrawKey?: string
  readonly sensitivity?: 'normal' | 'sensitive'
  readonly place?: Place
  readonly [field: string]: unknown
}

export async function aDesk(options: DeskOptions = {}): Promise<Desk> {
  const { store = openMemoryStore(), kinds = ['vision-board'] } = options
  const pepper = options.pepper ?? new Uint8Array(randomBytes(32))
  let heard = (_document: string) => {}
  const { watch } = watchStore(store, Date.now)
  const rooms = openRooms({ store, rules: rulesOf, onCommitted: (document) => heard(document) })
  const services = openServices({
    config: readConfig({}),
    log: openLog('silent'),
    store,
    bus: openNoBus(),
    rooms,
    pepper,
    watch,
    traffic: () => ({ received: 0, sent: 0 }),
    now: Date.now,
    pace: { countMs: 0, lateMs: () => 0 },
  })
  heard = services.silence.heard
  const made = await Promise.all(kinds.map((kind) => newBoard({ kind, title: kind })))
  const facts = {
    title: 'Our market',
    safety: 'guarded' as const,
    languages: ['en'],
    month: monthOf(Date.now()),
  }
  const { id: workshop } = await makeWorkshop(services, { facts, boards: made })
  const boards = made.map(({ id }) => id)
  const byName = new Map<string, Command>(commands.map((command) => [command.name, command]))

  const aSeatHere = (role: Role): Seat => ({
    id: newId(),
    workshop,
    participant: newId(),
    role,
    alias: '',
    expiresAt: Number.MAX_SAFE_INTEGER,
    version: 0,
    sealedKey: '',
  })
  const saysAs: Desk['saysAs'] = async (seat, name, input = {}) => {
    const command = byName.get(name)
    if (!command?.roles.includes(seat.role)) throw new Error(`${seat.role} may not ${name}`)
    const context: CommandContext = { services, workshop, seat, token: '', now: services.now() }
    return command.run(context, command.input.parse({ command: name, ...input }) as never)
  }

  return {
    services,
    workshop,
    boards,
    pepper,
    comes(role = 'participant') {
      const seat = aSeatHere(role)
      services.attendance.enter(seat)
      return seat
    },
    saysAs,
    say: (name, input, by = 'facilitator') => saysAs(aSeatHere(by), name, input),
    async agenda(stages) {
      await services.stages.write(workshop, (doc) => {
        for (const [index, given] of stages.entries()) {
          const id = given.id ?? `s${index + 1}`
          const board = boards[0] ?? null
          writeStage(doc, {
            kind: 'discuss',
            board,
            order: `a${index}`,
            minutes: 5,
            mode: 'live',
            ...given,
            id,
          })
        }
      })
      const [first] = await services.rooms.read(
        documentNames.stage(workshop),
        (doc) => readAgenda(doc).stages,
      )
      await saysAs(aSeatHere('facilitator'), 'start-stage', { stage: first?.id, run: 0 })
    },
    async drafts(participant, drafts) {
      await rooms.transact(documentNames.draft(workshop, participant), (doc) => {
        for (const { id = newId(), kind = 'vision-element', text, stage, board, ...more } of drafts) {
          const { withdrawKey, sensitivity, place, ...fields } = more
          const common = {
            ...(withdrawKey && { withdrawKey }),
            ...(sensitivity && { sensitivity }),
            ...(place && { place }),
          }
          addNotes(doc, [
            {
              ...common,
              id,
              kind,
              text,
              state: 'draft',
              fields: { ...fields, board: board ?? boards[0], ...(stage && { stage }) },
            },
          ])
        }
      })
    },
    votes: (participant, vote, ballot) =>
      rooms.transact(documentNames.draft(workshop, participant), (doc) => castBallot(doc, vote, ballot)),
    async board(at = 0) {
      const stage = await services.stages.read(workshop)
      const entry = stage?.boards.find(({ id }) => id === boards[at])
      if (!entry) throw new Error('there is no such board')
      return rooms.read(documentNames.board(workshop, entry.id), (doc) => readBoard(entry, doc))
    },
    stage: (look) => rooms.read(documentNames.stage(workshop), look),
    async stored(document) {
      const { snapshot, tail } = await store.load(document)
      return Buffer.concat([snapshot ?? new Uint8Array(), ...tail]).toString('utf8')
    },
    async until(is) {
      for (let tries = 0; tries < 500; tries++) {
        if (await is()) return
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      throw new Error('it never came to pass')
    },
    async close() {
      await services.silence.close()
      await rooms.close()
    },
  }
}
