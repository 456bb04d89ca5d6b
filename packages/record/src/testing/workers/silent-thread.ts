import { parentPort } from 'node:worker_threads'

/** A record maker that never answers. */
parentPort?.on('message', () => undefined)
