import {
  type Board,
  CommandError,
  type CrossLink,
  type Link,
  type NewNote,
  noteIdSchema,
  type ParsedWorkshop,
  readBoard,
  readCrossLink,
  readLink,
  readStage,
  type StoredImage,
  titleSchema,
  type WorkshopFacts,
  type WorkshopFile,
  workshopFileSchema,
  workshopFileVersion,
  writeWorkshop,
} from '@vispera/board'
import { kindById } from '@vispera/kinds'
import * as Y from 'yjs'
import { HostileRecord, name, refuseDoubles } from './hostile-record.ts'
import { isPlainJson } from './plain-json.ts'
import { readLed } from './read-led.ts'
import { writeBoardContent } from './write-imported.ts'

export type ImportRefusal =
  | 'not-json'
  | 'truncated'
  | 'newer-version'
  | 'not-a-workshop'
  | 'too-large'
  /** A record that no workshop of ours holds; `detail` names the first one. */
  | 'hostile-record'

export type ImportResult =
  | { readonly ok: true; readonly file: ParsedWorkshop }
  | { readonly ok: false; readonly reason: ImportRefusal; readonly detail: string }

/** Most characters of a file, and most notes of all its boards together. */
const longestFile = 64_000_000
const mostNotes = 50_000
/** Longest text of one note; far above what the app takes, far below what hurts. */
const longestText = 10_000

/**
 * Reads a saved workshop. All of it parses or none is taken: every record is written into a scratch document
 * and read back by the same rules as a live one, so what is answered can be written as it is.
 */
export function importJson(text: string): ImportResult {
  if (text.length > longestFile) return refused('too-large', `${text.length} characters`)
  const json = readJson(text)
  if (!json.ok) return json
  const envelope = readEnvelope(json.value)
  if (!envelope.ok) return envelope
  try {
    return { ok: true, file: readFile(envelope.file) }
  } catch (error) {
    if (error instanceof HostileRecord) return refused('hostile-record', error.message)
    throw error
  }
}

interface Refused {
  readonly ok: false
  readonly reason: ImportRefusal
  readonly detail: string
}

const refused = (reason: ImportRefusal, detail: string): Refused => ({ ok: false, reason, detail })

function readJson(text: string): { readonly ok: true; readonly value: unknown } | Refused {
  const content = text.replace(/^\uFEFF/, '').trim()
  try {
    return { ok: true, value: JSON.parse(content) }
  } catch (error) {
    return refused(isCutOff(content, String(error)) ? 'truncated' : 'not-json', String(error))
  }
}

/** Whether JSON was being read well until it ended: the parser stumbled over the end, not over a character. */
function isCutOff(content: string, problem: string): boolean {
  if (!content.startsWith('{')) return false
  const at = /at position (\d+)/.exec(problem)?.[1]
  return at === undefined ? /end of JSON|Unterminated/i.test(problem) : Number(at) >= content.length
}

function readEnvelope(value: unknown): { readonly ok: true; readonly file: WorkshopFile } | Refused {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused('not-a-workshop', 'no object')
  const { format, version } = value as Readonly<Record<string, unknown>>
  if (format !== 'vispera-workshop') return refused('not-a-workshop', 'format')
  if (typeof version === 'number' && version > workshopFileVersion)
    return refused('newer-version', `version ${version}`)
  if (version !== workshopFileVersion) return refused('not-a-workshop', 'version')
  const parsed = workshopFileSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') ?? ''
    return refused(issue?.code === 'too_big' ? 'too-large' : 'not-a-workshop', where)
  }
  const notes = parsed.data.boards.reduce((sum, board) => sum + board.notes.length, 0)
  return notes > mostNotes ? refused('too-large', `${notes} notes`) : { ok: true, file: parsed.data }
}

function readFile(file: WorkshopFile): ParsedWorkshop {
  refuseDoubles(file.boards, 'board')
  refuseDoubles(file.threads, 'thread')
  const images = Object.entries(file.images ?? {}).map(readImage)
  return {
    workshop: readFacts(file.workshop),
    boards: file.boards.map(readImportedBoard),
    threads: file.threads.map(readThread),
    leftOut: 0,
    ...readLed(file),
    ...(images.length > 0 && { images: new Map(images) }),
  }
}

/** Its bytes as they are: what they draw is for whoever keeps them to look at. */
function readImage([id, { type, base64 }]: [string, { type: StoredImage['type']; base64: string }]) {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  if (bytes.length === 0 || Math.ceil(bytes.length / 3) * 4 !== base64.length)
    throw new HostileRecord(`image ${name(id)}`)
  return [id, { type, bytes }] as const
}

function readFacts(facts: Readonly<Record<string, unknown>>): WorkshopFacts {
  const scratch = new Y.Doc()
  if (!isPlainJson(facts)) throw new HostileRecord('workshop')
  writeWorkshop(scratch, facts as Partial<WorkshopFacts>)
  const stage = readStage(scratch)
  if (!stage) throw new HostileRecord('workshop')
  return stage.workshop
}

function readImportedBoard({
  id,
  kind,
  title,
  notes,
  links,
  settings,
}: WorkshopFile['boards'][number]): Board {
  const where = `board ${name(id)}`
  const isEntry =
    noteIdSchema.safeParse(id).success && titleSchema.safeParse(title).success && kind.length <= 64
  if (!isEntry || kind === '') throw new HostileRecord(where)
  refuseDoubles(notes, `${where}, note`)
  refuseDoubles(links, `${where}, link`)
  for (const [key, value] of Object.entries(settings)) {
    if (key.length > 200 || !isPlainJson(value)) throw new HostileRecord(`${where}, setting ${name(key)}`)
  }
  const board: Board = {
    id,
    kind,
    title,
    notes: notes.map((note) => readImportedNote(note, where)),
    links: links.map((link): Link => {
      const { id: linkId, ...rest } = link
      const parsed = typeof linkId === 'string' ? readLink(linkId, rest) : null
      if (!parsed) throw new HostileRecord(`${where}, link ${name(linkId)}`)
      return parsed
    }),
    settings,
    leftOut: 0,
  }
  const scratch = new Y.Doc()
  try {
    writeBoardContent(scratch, board, kindById(kind))
  } catch (error) {
    if (error instanceof CommandError) throw new HostileRecord(`${where}, note ${error.message}`)
    throw error
  }
  return readBoard({ id, kind, title }, scratch)
}

/** The parts of a note that its document would not check; the rest is checked when it is written. */
function readImportedNote(record: Readonly<Record<string, unknown>>, where: string): Board['notes'][number] {
  const { id, kind, text, fields = {}, translations } = record
  const isNote =
    noteIdSchema.safeParse(id).success &&
    typeof kind === 'string' &&
    typeof text === 'string' &&
    text.length <= longestText &&
    isFields(fields) &&
    (translations === undefined || isPlainJson(translations, longestText * 10))
  if (!isNote) throw new HostileRecord(`${where}, note ${name(id)}`)
  const note: NewNote = { ...record, kind, text, fields }
  return note as Board['notes'][number]
}

const isFields = (fields: unknown): fields is Readonly<Record<string, unknown>> =>
  typeof fields === 'object' &&
  fields !== null &&
  !Array.isArray(fields) &&
  Object.entries(fields).every(
    ([key, value]) => key.length <= 64 && key !== '__proto__' && isPlainJson(value),
  )

function readThread(record: Readonly<Record<string, unknown>>): CrossLink {
  const { id, ...rest } = record
  const parsed = typeof id === 'string' ? readCrossLink(id, rest) : null
  if (!parsed) throw new HostileRecord(`thread ${name(id)}`)
  return parsed
}
