import type { Server } from 'node:http'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { closeCodes, negotiate, openRooms, type Rooms } from '@vispera/sync'
import { WebSocketServer } from 'ws'
import { createApp } from './app.ts'
import { openCompactor } from './compaction/open-compactor.ts'
import type { Config } from './config.ts'
import { openDataFolder } from './data-folder.ts'
import { imagesNeededIn } from './facilitation/silence/images-kept-back.ts'
import type { Pace } from './facilitation/silence/pace.ts'
import { openMemoryCare } from './health/give-back-memory.ts'
import { tellDamage } from './health/tell-damage.ts'
import { type Log, logName } from './logging.ts'
import { openTraffic } from './metrics/count-bytes.ts'
import { watchStore } from './metrics/watch-store.ts'
import { keepTogether } from './nodes/keep-together.ts'
import { sweepOnce } from './nodes/sweep-once.ts'
import { openServices } from './services.ts'
import { type KindOfBoard, kindsOfBoards } from './sockets/kind-of-board.ts'
import { rulesOf } from './sockets/rules.ts'
import { openWebFiles } from './static/web-files.ts'
import { openStorage } from './storage.ts'

export interface VisperaServer {
  readonly port: number
  /** Stops accepting, lets every write finish, tells every socket, closes the store. */
  close(): Promise<void>
}

const sweepEveryMs = 6 * 60 * 60 * 1000
const maxFrameBytes = 17 * 1024 * 1024
/** How long clients have to answer a closing handshake before they are dropped. */
const farewellMs = 1_000

/**
 * Opens the data folder and serves. Rejects with a `StartError` whose message is one line for people when it
 * cannot; then nothing is left open.
 */
export async function openServer(
  config: Config,
  log: Log,
  webFolder: string,
  pace?: Pace,
): Promise<VisperaServer> {
  const pepper = await openDataFolder(config)
  const { store: stored, bus, close: closeStorage } = await openStorage(config, pepper)
  const { store, watch } = watchStore(stored, () => Date.now())
  const traffic = openTraffic()
  if (!bus.health().connected) log.warn({ problem: bus.health().problem }, 'the bus between machines is down')
  const compactor = openCompactor()
  let heard = (_document: string) => {}
  let kindOf: KindOfBoard = () => null
  let heardElsewhere = (_document: string) => {}
  const opened = openRooms({
    store,
    bus,
    compactor,
    rules: (document) => rulesOf(document, (...board) => kindOf(...board)),
    onCommitted: (document) => heard(document),
    onHeard: (document) => heardElsewhere(document),
    onRelayed: (ms) => services.meters?.relayed(ms),
    onIncident: ({ kind, document, reason }) => {
      log.warn({ kind, document: logName(document), reason }, 'incident')
      if (kind === 'update-refused') services.meters?.refused(reason)
    },
  })
  // Whoever reads may have written just now on another machine.
  const rooms: Rooms = { ...opened, read: (document, look) => opened.read(document, look, 'fresh') }
  const services = openServices({
    config,
    log,
    store,
    bus,
    rooms,
    pepper,
    watch,
    traffic: traffic.total,
    now: () => Date.now(),
    pace,
  })
  heard = services.silence.heard
  const together = keepTogether(services, bus)
  heardElsewhere = together.heard
  kindOf = kindsOfBoards(services.stages)
  const app = createApp(services, openWebFiles(webFolder))
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: (offered) => negotiate([...offered].join(',')).protocol ?? false,
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: sockets },
    serverOptions: {
      // Anything else than a WebSocket would be cut loose from HTTP's time limits and never answered.
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
  }) as ServerType & Server

  traffic.watch(server)
  const memory = openMemoryCare()
  sockets.on('connection', (socket) => {
    memory.came()
    socket.once('close', (code) => {
      memory.left()
      services.meters?.closed(code)
    })
  })

  const closeRest = async () => {
    await rooms.close()
    await compactor.close()
    await closeStorage()
  }
  let port: number
  try {
    port = await listen(server, config)
  } catch (error) {
    await closeRest()
    throw error
  }
  const sweep = async () => {
    const { seats, doors, codes, lobby, media } = services
    const swept = await Promise.allSettled([
      seats.sweep(),
      doors.sweep(),
      codes.sweep(),
      lobby.sweep(),
      media.sweep((workshop) => imagesNeededIn(services, workshop)),
    ])
    if (swept.some(({ status }) => status === 'rejected'))
      log.warn('what has expired could not be swept away')
  }
  const sweepInTurn = () =>
    sweepOnce(store, bus.isShared ? sweepEveryMs : 0, sweep).catch(() =>
      log.warn('whether it is time to sweep could not be found out'),
    )
  const sweeping = setInterval(sweepInTurn, sweepEveryMs)
  sweeping.unref()
  void sweepInTurn()
  const stopTelling = tellDamage(store, log)

  return {
    port,
    async close() {
      clearInterval(sweeping)
      stopTelling()
      memory.close()
      together.close()
      const stopped = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await services.records.close()
      await services.silence.close()
      await rooms.close()
      await compactor.close()
      for (const socket of sockets.clients) socket.close(closeCodes.restarting, 'the server restarts')
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }, farewellMs)
      await stopped
      clearTimeout(impatience)
      await closeStorage()
    },
  }
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
