import type { Role } from '@vispera/board'
import type { Bus } from '@vispera/storage'
import type { RoomsStats } from '@vispera/sync'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Disk } from '../health/disk.ts'
import type { RoleCount } from '../sockets/attendance.ts'
import type { Traffic } from './count-bytes.ts'
import { closeLabel, refusalLabel, routeLabel, statusLabel } from './labels.ts'
import type { StoreWatch } from './watch-store.ts'

/** What is counted as it happens. Each of these costs an addition. */
export interface Meters {
  readonly contentType: string
  /** Everything, in the Prometheus text format. */
  text(): Promise<string>
  request(pattern: string, status: number): void
  closed(code: number): void
  refused(reason: string): void
  relayed(ms: number): void
}

/** Where the rest is looked up, when somebody asks. */
export interface Readings {
  readonly rooms: () => RoomsStats
  readonly watch: StoreWatch
  readonly bus: Bus
  readonly disk: Disk
  readonly people: () => ReadonlyMap<Role, RoleCount>
  readonly traffic: () => Traffic
}

const fine = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 1, 3, 10]

export function openMeters(readings: Readings): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const total = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })

  const { rooms, watch, bus, disk, people, traffic } = readings
  gauge('vispera_rooms_open', 'Documents in memory', () => rooms().rooms)
  gauge('vispera_rooms_live', 'Documents in memory that are being written', () => rooms().live)
  gauge('vispera_connections', 'Documents that somebody has open', () => rooms().connections)
  gauge('vispera_frames_waiting', 'Frames received, not yet committed or refused', () => rooms().waiting)
  gauge('vispera_store_requests_waiting', 'Asked of the store, not yet answered', watch.waiting)
  gauge('vispera_bus_connected', 'Whether machines hear each other (1 on one machine)', () =>
    Number(bus.health().connected),
  )
  total('vispera_updates_committed_total', 'Updates on disk since the start', () => rooms().committed)
  total('vispera_received_bytes_total', 'Bytes received over all connections', () => traffic().received)
  total('vispera_sent_bytes_total', 'Bytes sent over all connections', () => traffic().sent)
  gaugeDisk(registry, disk)
  gaugePeople(registry, people)

  const commits = new Histogram({
    name: 'vispera_commit_seconds',
    help: 'From asking the store to keep updates to knowing that they are on disk',
    buckets: fine,
    registers,
  })
  const relays = new Histogram({
    name: 'vispera_relay_seconds',
    help: 'From receiving an update to telling the others in the room',
    buckets: fine,
    registers,
  })
  const counted = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers })
  const failures = counted(
    'vispera_write_failures_total',
    'Writes that the store refused, by reason',
    'reason',
  )
  const refusals = counted('vispera_updates_refused_total', 'Updates of clients refused, by reason', 'reason')
  const closes = counted(
    'vispera_socket_closes_total',
    'Sockets, and documents on shared sockets, closed, by code',
    'code',
  )
  const requests = counted('vispera_http_requests_total', 'Requests answered', 'route', 'status')
  watch.onCommit = (seconds) => commits.observe(seconds)
  watch.onFailure = (reason) => failures.inc({ reason })

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (pattern, status) => requests.inc({ route: routeLabel(pattern), status: statusLabel(status) }),
    closed: (code) => closes.inc({ code: closeLabel(code) }),
    refused: (reason) => refusals.inc({ reason: refusalLabel(reason) }),
    relayed: (ms) => relays.observe(ms / 1000),
  }
}

function gaugeDisk(registry: Registry, disk: Disk) {
  new Gauge({
    name: 'vispera_disk_free_bytes',
    help: 'Free space where the data is',
    registers: [registry],
    async collect() {
      const space = await disk.space()
      if (space) this.set(space.free)
      else this.remove()
    },
  })
}

function gaugePeople(registry: Registry, people: Readings['people']) {
  const byRole = (name: string, help: string, what: keyof RoleCount) =>
    new Gauge({
      name,
      help,
      labelNames: ['role'],
      registers: [registry],
      collect() {
        this.reset()
        for (const [role, count] of people()) this.set({ role }, count[what])
      },
    })
  byRole('vispera_people', 'People with a socket open, by role; on two devices they count once', 'people')
  byRole('vispera_sockets', 'Sockets of people, by role', 'sockets')
}
