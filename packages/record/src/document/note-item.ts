import type { Note } from '@vispera/board'
import { noteColor } from '@vispera/kinds'
import { cleanText, ownRun } from '../words/runs.ts'
import { nameOfLanguage } from '../words/words.ts'
import type { Fact, NoteItem, TranslatedWords } from './blocks.ts'
import type { BoardView, RecordContext } from './context.ts'
import { noteFacts } from './field-lines.ts'
import { noteKindName } from './naming.ts'
import { pictureFacts, pictureOf } from './picture.ts'

export interface ItemOptions {
  /** Says of what kind the note is. */
  readonly withKind?: boolean
  /** Fields that are said elsewhere. */
  readonly without?: ReadonlySet<string>
  /** Facts that are not fields; they stand first. */
  readonly facts?: readonly Fact[]
}

/** Prints a note whole, with every wording that is stacked behind it. */
export function printNote(
  context: RecordContext,
  view: BoardView,
  note: Note,
  { withKind = false, without, facts = [] }: ItemOptions = {},
): NoteItem {
  context.ledger.print(note)
  const behind = (view.derived.stacks?.get(note.id) ?? []).flatMap((id) => {
    const other = view.notes.get(id)
    return other && !context.ledger.isPrinted(other) ? [other] : []
  })
  return {
    color: view.kind && noteColor(view.kind, note),
    kind: withKind ? noteKindName(context, note.kind) : null,
    words: wordsOf(context, note),
    picture: pictureOf(context, note),
    translations: translationsOf(context, note),
    facts: [...facts, ...pictureFacts(context, note), ...noteFacts(context, view, note, without)],
    remarks: remarksOf(context, note),
    // What is said elsewhere of the note on top is not said of those behind it.
    sameAs: behind.map((other) => printNote(context, view, other)),
  }
}

export function wordsOf({ words }: RecordContext, note: Note) {
  const text = cleanText(note.text) || cleanText(note.media?.alt ?? '')
  if (text !== '') return [ownRun(text, note.lang, words.dir)]
  const blank = note.media ? `record.picture.blank.${note.media.kind}` : 'record.blank'
  return [words.run(words.text(blank))]
}

function translationsOf({ words }: RecordContext, note: Note): TranslatedWords[] {
  return (note.translations ?? [])
    .filter(({ text }) => cleanText(text) !== '')
    .map(({ lang, text, by, checked }) => ({
      language: nameOfLanguage(lang),
      words: ownRun(text, lang, words.dir),
      remark: by === 'machine' ? words.text(checked ? 'record.machineChecked' : 'record.machine') : null,
    }))
}

/** What the card says in words beside its colour. */
function remarksOf({ words }: RecordContext, note: Note): string[] {
  const remarks: string[] = []
  if (note.sensitivity === 'sensitive') remarks.push(words.text('record.remark.sensitive'))
  if (note.state === 'parked') remarks.push(words.text('record.remark.parked'))
  if (note.keepSeparate === true) remarks.push(words.text('record.remark.apart'))
  if (note.late === true) remarks.push(words.text('record.remark.late'))
  return remarks
}

/** Whether a note holds nothing at all, so that printing it would say nothing. */
export function isBlank(context: RecordContext, view: BoardView, note: Note): boolean {
  return (
    cleanText(note.text) === '' &&
    !note.media &&
    noteFacts(context, view, note).length === 0 &&
    translationsOf(context, note).length === 0
  )
}
