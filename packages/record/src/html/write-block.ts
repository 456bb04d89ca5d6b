import type {
  Block,
  Cell,
  Direction,
  Fact,
  Line,
  NoteItem,
  Picture,
  Stop,
  TranslatedWords,
} from '../document/blocks.ts'
import { breakMark, endMark, paperMark } from '../document/marks.ts'
import { splitFacts } from '../document/short-facts.ts'
import { withColon } from '../words/runs.ts'
import { writeLevels } from './agreement.ts'
import { attributes, block, decorative, escapeHtml, inline } from './escape.ts'

/** What a block needs to know of where it stands. */
interface Spot {
  readonly dir: Direction
  readonly sameAs: string
  /** Unique in the file. */
  readonly id: string
  /** The heading above, which names a table that may have to be scrolled. */
  readonly section?: string
}

export function writeBlock(one: Block, level: number, spot: Spot): string {
  switch (one.kind) {
    case 'section': {
      const tag = `h${Math.min(level, 6)}`
      const heading = block(tag, one.title, spot.dir).replace(`<${tag}`, `<${tag} id="${spot.id}"`)
      const inner = one.blocks.map((each, index) =>
        writeBlock(each, level + 1, { ...spot, id: `${spot.id}-${index + 1}`, section: spot.id }),
      )
      return `<section>\n${heading}\n${inner.join('\n')}\n</section>`
    }
    case 'paragraph':
      return block('p', one.line, spot.dir, one.tone === 'quiet' ? 'quiet' : '')
    case 'decision':
      return writeDecision(one, spot)
    case 'table':
      return writeTable(one.columns, one.rows, spot)
    case 'notes':
      return `<ul class="notes">${one.items.map((item) => `<li>${markOf(item)}<div>${writeItem(item, spot)}</div></li>`).join('\n')}</ul>`
    case 'steps':
      return `<ol class="steps">${one.steps
        .map(
          ({ number, item }) =>
            `<li><span class="number display">${escapeHtml(number)}</span><div>${writeItem(item, spot)}</div></li>`,
        )
        .join('\n')}</ol>`
    case 'sentences':
      return `<ul class="sentences">${one.lines.map((line) => block('li', line, spot.dir)).join('\n')}</ul>`
    case 'facts':
      return writeFacts(one.facts, spot, false)
    case 'picture':
      return writePicture(one.picture).replace('class="picture"', 'class="picture wide"')
    case 'thread':
      return `<ul class="thread">${one.stops.map((stop) => writeStop(stop, spot)).join('\n')}</ul>`
  }
}

const markOf = ({ color }: NoteItem): string =>
  color === null ? '<span></span>' : decorative(paperMark(color))

function writeItem(item: NoteItem, spot: Spot): string {
  const kind = item.kind === null ? '' : `<p class="kind">${escapeHtml(item.kind)}</p>`
  const remarks =
    item.remarks.length === 0 ? '' : `<p class="remark">${escapeHtml(item.remarks.join(' · '))}</p>`
  const same = item.sameAs.map(
    (other) =>
      `<div class="same"><p class="label">${escapeHtml(spot.sameAs)}</p>${writeItem(other, spot)}</div>`,
  )
  return [
    kind,
    item.picture === null ? '' : writePicture(item.picture),
    item.words.length === 0 ? '' : block('p', item.words, spot.dir, 'words'),
    ...item.translations.map(writeTranslation),
    writeFacts(item.facts, spot, true),
    remarks,
    ...same,
  ].join('')
}

function writePicture({ name, alt, width, height, source }: Picture): string {
  if (source === null) return `<p class="remark">${escapeHtml(name)}</p>`
  const said = alt === null ? '' : escapeHtml(alt)
  if (source.kind === 'drawing') {
    const role = said === '' ? 'aria-hidden="true"' : `role="img" aria-label="${said}"`
    return `<div class="picture">${source.svg.replace('<svg ', `<svg ${role} width="${width}" `)}</div>`
  }
  const data = `data:${source.type};base64,${Buffer.from(source.bytes).toString('base64')}`
  return `<div class="picture"><img src="${data}" alt="${said}" width="${width}" height="${height}"></div>`
}

function writeTranslation({ language, words, remark }: TranslatedWords): string {
  const by = remark === null ? '' : ` (${escapeHtml(remark)})`
  const name = `<span class="label"><span${attributes(language)}>${escapeHtml(language.text)}</span>${by}:</span>`
  return `<p class="small">${name} ${inline([words])}</p>`
}

/** Short facts share a line when they stand under a note; the others get lines of their own. */
function writeFacts(facts: readonly Fact[], spot: Spot, isTight: boolean): string {
  if (facts.length === 0) return ''
  const { short, long } = isTight ? splitFacts(facts) : { short: [], long: facts }
  const said = short.map(({ label, values }) => `${labelOf(label)} ${inline(values[0] ?? [])}`)
  const lines = long.map(({ label, values }) => {
    const [only, ...more] = values
    if (only && more.length === 0) return `<li>${labelOf(label)} ${inline(only)}</li>`
    return `<li>${labelOf(label)}<ul>${values.map((value) => block('li', value, spot.dir)).join('')}</ul></li>`
  })
  return `<ul class="facts">${said.length > 0 ? `<li>${said.join(' · ')}</li>` : ''}${lines.join('')}</ul>`
}

const labelOf = (label: string): string => `<span class="label">${escapeHtml(withColon(label))}</span>`

function writeDecision(
  { item, agreement, reservations }: Extract<Block, { kind: 'decision' }>,
  spot: Spot,
): string {
  const said = `<p class="said">${inline(item.words)}</p>`
  const rest = writeItem({ ...item, words: [] }, spot)
  const levels = agreement.length === 0 ? '' : writeLevels(agreement)
  const worries =
    reservations === null
      ? ''
      : `<div><p><strong>${escapeHtml(reservations.label)}</strong></p>${reservations.lines.map((line) => block('p', line, spot.dir)).join('')}</div>`
  const votes = levels === '' && worries === '' ? '' : `<div class="votes">${levels}${worries}</div>`
  return `<div class="decision">${said}${votes}${rest}</div>`
}

function writeTable(columns: readonly string[], rows: readonly (readonly Cell[])[], spot: Spot): string {
  const head = columns
    .map((column) => (column === '' ? '<td></td>' : `<th scope="col">${escapeHtml(column)}</th>`))
    .join('')
  const body = rows.map(
    (cells) =>
      `<tr>${cells
        .map((lines, index) =>
          index === 0 && cells.length > 1
            ? `<th scope="row">${writeCell(lines, spot)}</th>`
            : `<td>${writeCell(lines, spot)}</td>`,
        )
        .join('')}</tr>`,
  )
  const name =
    spot.section === undefined ? '' : ` tabindex="0" role="group" aria-labelledby="${spot.section}"`
  return `<div class="scroll"${name}><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}

const writeCell = (lines: Cell, spot: Spot): string =>
  lines.map((line) => block('p', line, spot.dir, isStrong(line) ? 'strong' : '')).join('')

const isStrong = (line: Line): boolean => line.some((run) => run.strong === true)

function writeStop({ mark, label, lines }: Stop, spot: Spot): string {
  const drawing = mark.mark === 'note' ? paperMark(mark.color) : mark.mark === 'end' ? endMark : breakMark
  const classes = mark.mark === 'break' || mark.mark === 'loose' ? ` class="breaks ${mark.mark}"` : ''
  return `<li${classes}>${decorative(drawing)}${block('p', label, spot.dir, 'label')}${lines.map((line) => block('p', line, spot.dir)).join('')}</li>`
}
