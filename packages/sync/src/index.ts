export { type ChannelsOptions, type Door, openChannels, type SharedSocket } from './channels.ts'
export { type Clock, systemClock } from './clock.ts'
export { type CloseCode, closeCodes } from './close-codes.ts'
export {
  type Compacted,
  type CompactJob,
  type Compactor,
  inlineCompactor,
} from './compactor.ts'
export type { Connection, Protocol } from './connection.ts'
export { createLastFew } from './last-few.ts'
export { negotiate } from './negotiate.ts'
export type { Opening } from './opening.ts'
export type { Which } from './orders.ts'
export {
  type Incident,
  type Member,
  openRooms,
  type Rooms,
  type RoomsOptions,
  type RoomsStats,
} from './rooms.ts'
export type { Check, ClientChange, RootType, Rules, Violation } from './rules.ts'
export type { PresenceIdentity, Session } from './session.ts'
export { SyncError, type SyncReason } from './sync-error.ts'
