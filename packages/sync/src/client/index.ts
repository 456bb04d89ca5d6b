export { openDocument, type OpenDocument, type OpenDocumentOptions, type SyncStatus } from './open-document.ts'
