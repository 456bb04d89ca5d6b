import { statfs } from 'node:fs/promises'

export interface Space {
  readonly free: number
  /** Of the whole disk, between 0 and 1. */
  readonly share: number
  /** So little that somebody should make room now, while everything can still be saved. */
  readonly isLow: boolean
}

/** The disk that the data is on. */
export interface Disk {
  /** `null` where the system does not say. */
  space(): Promise<Space | null>
}

const enough = 1_000_000_000
const enoughShare = 0.1

export function openDisk(folder: string): Disk {
  return {
    async space() {
      try {
        const { bavail, blocks, bsize } = await statfs(folder)
        return spaceOf(bavail * bsize, blocks * bsize)
      } catch {
        return null // a file system that does not answer this question may be fine otherwise
      }
    },
  }
}

export function spaceOf(free: number, size: number): Space {
  const limit = Math.min(enough, size * enoughShare)
  return { free, share: size === 0 ? 0 : free / size, isLow: free < limit }
}
