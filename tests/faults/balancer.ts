import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What stands in front of several nodes: each connection goes to the next one that takes it, none is bound to one. */
export async function openBalancer(port: number, nodes: readonly number[]) {
  const sockets = new Set<Socket>()
  let turn = 0
  const server = createServer(async (near) => {
    sockets.add(near)
    near.on('error', () => {})
    near.pause()
    for (let attempt = 0; attempt < nodes.length; attempt += 1) {
      turn += 1
      const far = connect(nodes[turn % nodes.length] ?? 0, '127.0.0.1')
      sockets.add(far)
      const isOpen = await once(far, 'connect').then(
        () => true,
        () => false,
      )
      far.on('error', () => near.destroy())
      if (!isOpen) continue
      far.on('close', () => near.destroy())
      near.on('close', () => far.destroy())
      near.pipe(far).pipe(near)
      return
    }
    near.destroy()
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
