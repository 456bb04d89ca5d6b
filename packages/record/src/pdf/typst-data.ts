import type {
  Block,
  Cell,
  Direction,
  Fact,
  Line,
  NoteItem,
  Picture,
  RecordDocument,
  Run,
} from '../document/blocks.ts'
import { breakMark, consentMark, endMark, paperMark } from '../document/marks.ts'
import { splitFacts } from '../document/short-facts.ts'
import { plainText, withColon } from '../words/runs.ts'

export type Paper = 'a4' | 'us-letter'

/**
 * The document as the JSON that `record.typ` reads: the same tree with everything decided that a page
 * description should not decide (widths, marks, languages as Typst names them, places to break long words).
 */
export function typstData(document: RecordDocument, paper: Paper) {
  const { dir, lang } = document
  const images: Record<string, string> = {}
  const base: Base = { dir, lang, images }
  const lines = (all: readonly Line[]) => all.map((line) => runs(line, base))
  return {
    lang,
    dir,
    paper,
    // Printed when letters turn out to be missing: the worker then puts the second into the first.
    missing: null,
    missingLetters: document.missingLetters,
    digits: document.digits,
    pageOf: document.pageOf,
    creditsOn: document.creditsOn,
    sameAs: withColon(document.sameAs),
    consentSvg: consentMark,
    consent: { title: document.consent.title, lines: lines(document.consent.lines) },
    eyebrow: runs(document.eyebrow, base),
    // A paragraph of its own with a direction of its own; its words are also the name of the file.
    title: { ...typstRun(document.title, base), text: document.title.text },
    titleSize: titleSize(document.title.text),
    lead: lines(document.lead),
    figures: document.figures,
    footer: runs(document.footer, base),
    blocks: document.blocks.map((block) => typstBlock(block, base)),
    /** Files that the page shows, by name, in base64; the worker lays them beside the page. */
    images,
  }
}

export type TypstData = ReturnType<typeof typstData>

interface Base {
  readonly dir: Direction
  readonly lang: string
  /** Takes up every picture that is met. */
  readonly images: Record<string, string>
}

/** Points; long titles step down so that they stay within a few lines. */
const titleSize = (title: string): number => (title.length <= 36 ? 46 : title.length <= 80 ? 34 : 24)

function typstBlock(block: Block, base: Base): unknown {
  const lines = (all: readonly Line[]) => all.map((line) => runs(line, base))
  switch (block.kind) {
    case 'section':
      return {
        kind: block.kind,
        anchor: block.anchor ?? null,
        title: runs(block.title, base),
        blocks: block.blocks.map((inner) => typstBlock(inner, base)),
      }
    case 'paragraph':
      return { ...block, line: runs(block.line, base) }
    case 'decision':
      return {
        kind: block.kind,
        item: typstItem(block.item, base, {}),
        agreement: block.agreement,
        reservations: block.reservations && {
          label: block.reservations.label,
          lines: lines(block.reservations.lines),
        },
      }
    case 'table':
      return {
        kind: block.kind,
        columns: block.columns,
        widths: columnWidths(block.columns, block.rows),
        rows: block.rows.map((cells) => ({
          breakable: cells.some((cell) => lengthOf(cell) > longestWhole),
          cells: cells.map(lines),
        })),
      }
    case 'notes':
      return { kind: block.kind, items: block.items.map((item) => typstItem(item, base, {})) }
    case 'steps':
      return {
        kind: block.kind,
        items: block.steps.map(({ number, item }) => ({ number, ...typstItem(item, base, { weight: 600 }) })),
      }
    case 'sentences':
      return { kind: block.kind, lines: lines(block.lines) }
    case 'facts':
      return { kind: block.kind, facts: block.facts.map((fact) => typstFact(fact, base)) }
    case 'picture':
      return { kind: block.kind, picture: typstPicture(block.picture, base, [480, 330]) }
    case 'thread':
      return {
        kind: block.kind,
        stops: block.stops.map(({ mark, label, lines: said }) => ({
          mark: mark.mark,
          svg: mark.mark === 'note' ? paperMark(mark.color) : mark.mark === 'end' ? endMark : breakMark,
          breakable: lengthOf(said) > longestWhole,
          label: runs(label, base),
          lines: lines(said),
        })),
      }
  }
}

/** Items longer than this, in UTF-16 code units, may run over a page's end. */
const longestWhole = 1_500

function typstItem(
  item: NoteItem,
  base: Base,
  style: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { short, long } = splitFacts(item.facts)
  const size =
    lengthOf([item.words]) +
    item.facts.reduce((sum, { values }) => sum + lengthOf(values), 0) +
    item.sameAs.length * 400
  return {
    style,
    breakable: size > longestWhole,
    svg: item.color === null ? null : paperMark(item.color),
    kind: item.kind,
    words: runs(item.words, base),
    picture: item.picture && typstPicture(item.picture, base),
    translations: item.translations.map(({ language, words, remark }) => ({
      language: typstRun(language, base),
      colon: remark === null ? ':' : ` (${remark}):`,
      words: typstRun(words, base),
    })),
    short: short.map((fact) => typstFact(fact, base)),
    long: long.map((fact) => typstFact(fact, base)),
    remarks: item.remarks.length === 0 ? null : item.remarks.join(' · '),
    sameAs: item.sameAs.map((other) => typstItem(other, base, {})),
  }
}

function typstPicture(
  { name, alt, width, height, source }: Picture,
  { images }: Base,
  [mostWidth, mostHeight] = [230, 210],
) {
  if (source === null) return { name, alt, file: null }
  // Points that a picture takes at most, and no more than a point for each of its own pixels.
  const scale = Math.min(1, mostWidth / width, mostHeight / height)
  const size = { width: width * scale, height: height * scale }
  const ending = source.kind === 'drawing' ? 'svg' : source.type.replace('image/', '')
  const file = `picture-${Object.keys(images).length + 1}.${ending}`
  images[file] = Buffer.from(source.kind === 'drawing' ? source.svg : source.bytes).toString('base64')
  return { name, alt, file, ...size }
}

const typstFact = ({ label, values }: Fact, base: Base) => ({
  label: withColon(label),
  values: values.map((value) => runs(value, base)),
})

const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + plainText(line).length, 0)
const runs = (line: Line, base: Base) => line.map((run) => typstRun(run, base))

function typstRun({ text, dir, lang, own, strong }: Run, base: Base) {
  const broken = breakLongWords(text)
  return {
    // People's words are isolated, so that a sentence keeps its order round them.
    text: own === true ? `\u2068${broken}\u2069` : broken,
    dir,
    lang: typstLang(lang, dir, base),
    own: own === true,
    strong: strong === true,
  }
}

/** Typst takes two or three letters. */
function typstLang(lang: string | undefined, dir: Direction, base: Base): string {
  const primary = lang?.toLowerCase().split('-')[0] ?? ''
  if (/^[a-z]{2,3}$/.test(primary)) return primary
  if (dir === base.dir) return base.lang
  return dir === 'rtl' ? 'ar' : 'en'
}

/** Letters in a row without a place to break, before one is made. */
const longestWord = 28

/**
 * Puts a zero-width space into words that are longer than a line can be, so that nothing runs off the page.
 * Scripts that are written without spaces break by themselves.
 */
const breakLongWords = (text: string): string =>
  text.replace(
    new RegExp(
      `[^\\s\\p{Script=Myanmar}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Han}]{${longestWord + 1},}`,
      'gu',
    ),
    (word) =>
      [...new Intl.Segmenter().segment(word)]
        .map(({ segment }, index) => (index > 0 && index % longestWord === 0 ? `\u200B${segment}` : segment))
        .join(''),
  )

/** Shares of the width, by what the columns hold; none becomes too narrow to read. */
function columnWidths(columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map((column, index) => {
    const longest = rows.reduce((most, cells) => {
      const lines = cells[index] ?? []
      return Math.max(most, ...lines.slice(0, 20).map((line) => plainText(line).length))
    }, column.length)
    return Math.min(40, Math.max(10, longest))
  })
}
