import type { Block, Cell, Direction, Fact, Line, NoteItem, RecordDocument } from '../document/blocks.ts'
import { splitFacts } from '../document/short-facts.ts'
import { withColon } from '../words/runs.ts'
import { inline } from './escape.ts'

/** Words of the document that every block needs. */
interface Page {
  readonly dir: Direction
  readonly sameAs: string
}

/** The record as GitHub-flavoured Markdown. */
export function writeMarkdown(document: RecordDocument): string {
  const page: Page = { dir: document.dir, sameAs: document.sameAs }
  const text = (line: Line) => inline(line, page.dir, '\\\n')
  const figures = document.figures.map(
    ({ figure, label }) => `**${text([ours(page, figure)])}** ${text([ours(page, label)])}`,
  )
  const consent = [
    `**${text([ours(page, document.consent.title)])}**`,
    ...document.consent.lines.map(text),
  ].join(' ')
  const parts = [
    `> ${consent.replace(/\n/g, '\n> ')}`,
    text(document.eyebrow),
    `# ${oneLine([document.title], page)}`,
    ...document.lead.map(text),
    ...(figures.length > 0 ? [figures.join(' · ')] : []),
    ...document.blocks.map((block) => writeBlock(block, 2, page)),
    '---',
    text(document.footer),
  ].filter((part) => part.trim() !== '')
  const body = parts.join('\n\n')
  return page.dir === 'rtl' ? `<div dir="rtl">\n\n${body}\n\n</div>\n` : `${body}\n`
}

const ours = (page: Page, text: string) => ({ text, dir: page.dir })

/** A line that must stay on one line (headings, table cells). */
const oneLine = (line: Line, page: Page): string => inline(line, page.dir, '<br>')

function writeBlock(block: Block, level: number, page: Page): string {
  const text = (line: Line) => inline(line, page.dir, '\\\n')
  switch (block.kind) {
    case 'section': {
      const heading = `${'#'.repeat(Math.min(level, 6))} ${oneLine(block.title, page)}`
      const inner = block.blocks.map((one) => writeBlock(one, level + 1, page)).filter((part) => part !== '')
      return [heading, ...inner].join('\n\n')
    }
    case 'paragraph':
      return block.tone === 'quiet' ? `*${text(block.line)}*` : text(block.line)
    case 'decision':
      return writeDecision(block, page)
    case 'table':
      return writeTable(block.columns, block.rows, page)
    case 'notes':
      return block.items.map((item) => writeItem(item, '', page)).join('\n')
    case 'steps':
      return block.steps.map(({ number, item }) => writeItem(item, '', page, `**${number}** `)).join('\n')
    case 'sentences':
      return block.lines.map((line) => bullet(text(line), '')).join('\n')
    case 'facts':
      return block.facts.map((fact) => writeFact(fact, '', page)).join('\n')
    case 'picture':
      return ''
    case 'thread':
      return block.stops
        .map((stop) => [
          bullet(`**${text(stop.label)}**`, ''),
          ...stop.lines.map((line) => bullet(text(line), '  ')),
        ])
        .map((lines) => lines.join('\n'))
        .join('\n')
  }
}

/** A list item; lines after a break stay inside it. */
const bullet = (text: string, indent: string): string => `${indent}- ${text.replace(/\n/g, `\n${indent}  `)}`

function writeItem(item: NoteItem, indent: string, page: Page, start = ''): string {
  const text = (line: Line) => inline(line, page.dir, '\\\n')
  const kind = item.kind === null ? '' : `*${text([ours(page, item.kind)])}:* `
  const said = [...(item.picture ? [item.picture.name] : []), ...item.remarks]
  const remarks = said.length === 0 ? '' : ` *(${text([ours(page, said.join(', '))])})*`
  const deeper = `${indent}  `
  return [
    bullet(`${start}${kind}${text(item.words)}${remarks}`, indent),
    ...item.translations.map(({ language, words, remark }) => {
      const by = remark === null ? '' : ` *(${text([ours(page, remark)])})*`
      return bullet(`*${text([language])}:* ${text([words])}${by}`, deeper)
    }),
    ...writeFacts(item.facts, deeper, page),
    ...item.sameAs.map((other) => writeItem(other, deeper, page, `*${text([ours(page, page.sameAs)])}:* `)),
  ].join('\n')
}

/** Short facts on one line, the others each on their own. */
function writeFacts(facts: readonly Fact[], indent: string, page: Page): string[] {
  const { short, long } = splitFacts(facts)
  const text = (line: Line) => inline(line, page.dir, ' ')
  const said = short.map(
    ({ label, values }) => `*${text([ours(page, withColon(label))])}* ${text(values[0] ?? [])}`,
  )
  return [
    ...(said.length > 0 ? [bullet(said.join(' · '), indent)] : []),
    ...long.map((fact) => writeFact(fact, indent, page)),
  ]
}

function writeFact({ label, values }: Fact, indent: string, page: Page): string {
  const text = (line: Line) => inline(line, page.dir, '\\\n')
  const name = `*${text([ours(page, withColon(label))])}*`
  const [only, ...more] = values
  if (only && more.length === 0) return bullet(`${name} ${text(only)}`, indent)
  return [bullet(name, indent), ...values.map((value) => bullet(text(value), `${indent}  `))].join('\n')
}

function writeDecision(block: Extract<Block, { kind: 'decision' }>, page: Page): string {
  const text = (line: Line) => inline(line, page.dir, '\\\n')
  const levels = block.agreement.map(({ figure, label }) =>
    bullet(`**${figure}** ${text([ours(page, label)])}`, '  '),
  )
  const reservations = block.reservations
    ? [writeFact({ label: block.reservations.label, values: block.reservations.lines }, '  ', page)]
    : []
  return [writeItem(block.item, '', page), ...levels, ...reservations].join('\n')
}

function writeTable(columns: readonly string[], rows: readonly (readonly Cell[])[], page: Page): string {
  const cell = (lines: Cell) => lines.map((line) => oneLine(line, page)).join('<br>')
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(columns.map((column) => oneLine([ours(page, column)], page))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map((lines, index) => (index === 0 ? bold(cell(lines)) : cell(lines))))),
  ].join('\n')
}

const bold = (text: string): string => (text === '' || text.includes('**') ? text : `**${text}**`)
