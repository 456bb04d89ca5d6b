import { parentPort } from 'node:worker_threads'

/** A record maker that ends in the middle of its work. */
parentPort?.on('message', () => process.exit(3))
