import { knownZones } from '@vispera/board'
import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../../session/stored.ts'

const listeners = new Set<() => void>()

/** The zone of this device's own clock. */
export const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const myZone = (): string => readStored('zone') ?? hereZone()

/** The zone in which this reader wants to see times, picked by hand and kept on this device. */
export const useMyZone = (): string => useSyncExternalStore(subscribe, myZone)

export function pickZone(zone: string): void {
  writeStored('zone', zone)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Zones to choose from, those in `first` before all others. */
export const zoneChoices = (first: readonly string[]) =>
  [...new Set([...first, hereZone(), ...knownZones()])].map((zone) => ({ value: zone, label: placeOf(zone) }))

/** `America/Los_Angeles` as people say it. */
export const placeOf = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ')
