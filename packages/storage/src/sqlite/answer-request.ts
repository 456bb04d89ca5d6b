import type { DatabaseSync } from 'node:sqlite'
import { openDocuments } from './documents.ts'
import { settle } from './log.ts'
import { openRecords } from './records.ts'
import type { Request } from './requests.ts'
import { storageError } from './sqlite-error.ts'

export interface AnswerRequest {
  (request: Request): unknown
  /** To be called when what was answered since the last commit is taken back. */
  forget(): void
}

/**
 * Everything a request can ask of the database, inside whatever transaction the caller has open. `notice` is told
 * of damage that was left out or got round.
 */
export function createAnswerRequest(db: DatabaseSync, notice: (line: string) => void): AnswerRequest {
  const documents = openDocuments(db, notice)
  const records = openRecords(db, notice)

  const answer = (request: Request): unknown => {
    switch (request.kind) {
      case 'load':
        return documents.load(request.document)
      case 'since':
        return documents.since(request.document, request.after)
      case 'newGeneration':
        return documents.newGeneration(request.document)
      case 'get':
        return records.get(request.collection, request.key)
      case 'list':
        return records.list(request.collection, request.prefix)
      case 'append':
        if (!records.write(request.batch.records ?? [])) {
          throw storageError('failed', 'a record claimed with an update exists already')
        }
        return documents.append(request.batch)
      case 'write':
        return records.write(request.changes)
      case 'compact':
        return documents.compact(request.document, request.snapshot)
      case 'purge':
        return documents.purge(request.document, request.snapshot)
      case 'documents':
        return documents.names(request.path)
      case 'deleteDocuments':
        return documents.deletePath(request.path)
      case 'settle':
        return settle(db)
      case 'close':
        return db.close()
    }
  }
  return Object.assign(answer, { forget: documents.forget })
}
