export { closeCodes } from '../close-codes.ts'
export { applyUnhurried } from './apply-unhurried.ts'
export { encodeUnhurried } from './encode-unhurried.ts'
export {
  type OpenDocument,
  type OpenDocumentOptions,
  openDocument,
  type SyncStatus,
  toBeSent,
} from './open-document.ts'
export { rewriteUnsent } from './rewrite-unsent.ts'
export { openWire, type Wire, type WireOptions } from './wire.ts'
