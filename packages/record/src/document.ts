import type { ParsedWorkshop } from '@vispera/board'
import { commonMessages, kindById } from '@vispera/kinds'
import type { RecordDocument } from './document/blocks.ts'
import { type KindOf, openContext, type RecordContext } from './document/context.ts'
import { writeGatherings } from './led/gatherings.ts'
import { writeRan } from './led/ran.ts'
import { writeVotes } from './led/votes.ts'
import { writeBoards } from './sections/boards.ts'
import { writeCounts, writeCredits, writeFooter } from './sections/closing.ts'
import { writeConsent } from './sections/consent.ts'
import { writeDecided, writePromised, writeQuestions } from './sections/gathered.ts'
import { writeEyebrow, writeFigures, writeLead } from './sections/opening.ts'
import { writeOtherLinks, writeThread } from './sections/thread.ts'
import { ownRun } from './words/runs.ts'
import { loadWords, localeOf } from './words/words.ts'

export interface RecordOptions {
  /** BCP-47 tag of the reader's language; English where we do not speak it. */
  readonly locale?: string
  /** Ticked by somebody for this copy; off by default. */
  readonly includeSensitive?: boolean
  /** Where kinds are looked up; the shipped ones by default. */
  readonly kindOf?: KindOf
}

/** Builds the record of a workshop, in no format yet. */
export async function buildDocument(
  workshop: ParsedWorkshop,
  options: RecordOptions = {},
): Promise<RecordDocument> {
  return writeDocument(await prepareRecord(workshop, options))
}

/** Loads the words of the kinds in use and prepares the workshop for any format. */
export async function prepareRecord(
  workshop: ParsedWorkshop,
  { locale = 'en', includeSensitive = false, kindOf = kindById }: RecordOptions,
): Promise<RecordContext> {
  const ids = new Set(workshop.boards.map((board) => board.kind))
  const kinds = [...ids].flatMap((id) => kindOf(id) ?? [])
  const common = await commonMessages[localeOf(locale)]()
  const words = await loadWords(locale, kinds, [common.default])
  return openContext(workshop, words, kindOf, includeSensitive)
}

/**
 * Somebody who was not there reads the first page and knows: what may leave the room, the outcome, decisions,
 * promises, votes, the thread and where it breaks. Then the boards one by one, what is open, who took part. What
 * stands further up is printed once and not again on its board; so the calls below are in order of claim.
 */
function writeDocument(context: RecordContext): RecordDocument {
  const { words, workshop } = context
  const consent = writeConsent(context)
  const decided = writeDecided(context)
  const promised = writePromised(context)
  const votes = writeVotes(context)
  const questions = writeQuestions(context)
  const boards = writeBoards(context)
  const thread = writeThread(context)
  const otherLinks = writeOtherLinks(context)
  return {
    lang: words.locale,
    dir: words.dir,
    consent,
    eyebrow: writeEyebrow(context),
    title: ownRun(workshop.workshop.title, undefined, words.dir),
    lead: writeLead(context),
    figures: writeFigures(context),
    blocks: [
      ...decided,
      ...promised,
      ...votes,
      ...thread,
      ...boards,
      ...questions,
      ...otherLinks,
      ...writeGatherings(context),
      ...writeRan(context),
      ...writeCounts(context),
      ...writeCredits(context),
    ],
    footer: writeFooter(context),
    pageOf: words.text('record.pageOf', { page: '{page}', pages: '{pages}' }),
    creditsOn: words.text('record.creditsOn', { page: '{page}' }),
    digits: words.number(1),
    missingLetters: words.text('record.pdf.missing'),
    sameAs: words.text('record.sameAs'),
  }
}
