import type { Direction, Line, Run } from '../document/blocks.ts'

const isolate = { start: '\u2068', end: '\u2069' }
const mark: Readonly<Record<Direction, string>> = { ltr: '\u200E', rtl: '\u200F' }

/**
 * Text that GitHub-flavoured Markdown prints as it is: no emphasis, link, image, code, HTML, entity, table,
 * mathematics or automatic link. Line starts are made safe by `escapeStart`.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=[#\p{L}])/gu, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/@/g, '\\@')
}

/** Keeps a line from starting a heading, list, quote, rule or underline of a heading. */
export const escapeStart = (line: string): string =>
  line.replace(/^(\s*)([#+\-=]|\d{1,9}(?=[.)]))/, (_, space: string, start: string) =>
    /^\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
  )

/**
 * A line of the record as inline Markdown. Words that run the other way are kept apart, so that they do not
 * turn the sentence round: a whole line by a mark at its start, a part of one by an isolate.
 */
export function inline(line: Line, base: Direction, lineBreak: string): string {
  const isWhole = line.length === 1
  return line.map((run) => inlineRun(run, base, isWhole, lineBreak)).join('')
}

function inlineRun(run: Run, base: Direction, isWhole: boolean, lineBreak: string): string {
  const text = run.text
    .split('\n')
    .map((one) => escapeStart(escapeMarkdown(isWhole ? one.trim() : one)))
    .join(lineBreak)
  const isOther = run.own === true && run.dir !== base
  const apart = !isOther
    ? text
    : isWhole
      ? `${mark[run.dir]}${text}`
      : `${isolate.start}${text}${isolate.end}`
  return run.strong === true && text.trim() !== '' ? emphasised(apart) : apart
}

/** Bold needs its stars beside a word, not beside a space. */
function emphasised(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return `${before}**${words}**${after}`
}
