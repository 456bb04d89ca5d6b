import { openRecordMaker, type RecordMaker } from '@vispera/record'
import type { Bus, Store } from '@vispera/storage'
import type { Rooms } from '@vispera/sync'
import type { Config } from './config.ts'
import { openPulses, type Pulses } from './facilitation/care/pulses.ts'
import { openSilence, type Silence } from './facilitation/silence/open-silence.ts'
import type { Pace } from './facilitation/silence/pace.ts'
import { openDisk } from './health/disk.ts'
import { type Health, openHealth } from './health/open-health.ts'
import { type Limits, openLimits } from './http/limits.ts'
import { type Codes, openCodes } from './join/codes.ts'
import { type Doors, openDoors } from './join/doors.ts'
import { type Lobby, openLobby } from './join/lobby.ts'
import { openSeats, type Seats } from './join/seats.ts'
import type { Log } from './logging.ts'
import { type MediaShelf, openMediaShelf } from './media/media-shelf.ts'
import type { Traffic } from './metrics/count-bytes.ts'
import { type Meters, openMeters } from './metrics/open-meters.ts'
import type { StoreWatch } from './metrics/watch-store.ts'
import { type Attendance, openAttendance } from './sockets/attendance.ts'
import { type Directory, openDirectory } from './workshops/directory.ts'
import { openStages, type Stages } from './workshops/stages.ts'

/** Everything a route may use, opened once. */
export interface Services {
  readonly config: Config
  readonly log: Log
  readonly store: Store
  /** How the machines that share the store talk to each other. */
  readonly bus: Bus
  readonly rooms: Rooms
  /** The secret that lies beside the database, and is in no copy of it. */
  readonly pepper: Uint8Array
  readonly directory: Directory
  readonly stages: Stages
  readonly doors: Doors
  readonly seats: Seats
  readonly codes: Codes
  readonly lobby: Lobby
  readonly attendance: Attendance
  readonly silence: Silence
  readonly pulses: Pulses
  readonly limits: Limits
  readonly records: RecordMaker
  readonly media: MediaShelf
  readonly health: Health
  /** Null unless somebody asked for metrics. */
  readonly meters: Meters | null
  readonly now: () => number
}

export interface Opened {
  readonly config: Config
  readonly log: Log
  readonly store: Store
  /** How the machines that share the store talk to each other. */
  readonly bus: Bus
  readonly rooms: Rooms
  readonly pepper: Uint8Array
  readonly watch: StoreWatch
  readonly traffic: () => Traffic
  readonly now: () => number
  readonly pace?: Pace | undefined
}

export function openServices(opened: Opened): Services {
  const { config, log, store, bus, rooms, pepper, watch, traffic, now, pace } = opened
  const directory = openDirectory(store)
  const attendance = openAttendance(bus, now)
  const disk = openDisk(config.dataFolder)
  const readings = { rooms: rooms.stats, watch, bus, disk, people: attendance.byRole, traffic }
  const services = {
    config,
    log,
    store,
    bus,
    rooms,
    pepper,
    directory,
    stages: openStages(rooms, bus.isShared ? store : null),
    doors: openDoors(store, directory, now),
    seats: openSeats(store, pepper, now, bus),
    codes: openCodes(store, directory, pepper, now),
    lobby: openLobby(store, rooms, now, bus),
    attendance,
    pulses: openPulses(bus),
    limits: openLimits(now),
    records: openRecordMaker(),
    media: openMediaShelf(store, now),
    health: openHealth(store, watch, bus, disk),
    meters: config.metricsToken === undefined ? null : openMeters(readings),
    now,
  }
  return { ...services, silence: openSilence(services, pace) }
}
