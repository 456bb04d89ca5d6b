import type { Direction, Line, Run } from '../document/blocks.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML text or as the value of a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** Text as a string in a style sheet inside a style element. */
export const escapeCss = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,:·–-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`

/** A line as inline HTML; people's words are isolated, with their own language and direction. */
export const inline = (line: Line): string => line.map(inlineRun).join('')

function inlineRun(run: Run): string {
  const text = escapeHtml(run.text).replace(/\n/g, '<br>')
  const inner = run.own === true ? `<bdi${attributes(run)}>${text}</bdi>` : text
  return run.strong === true ? `<strong>${inner}</strong>` : inner
}

export const attributes = ({ lang, dir }: Run): string =>
  `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`} dir="${dir}"`

/**
 * A line as a block: one that holds only people's words takes their direction and language, so that a whole
 * Arabic note in an English record stands at its own side.
 */
export function block(tag: string, line: Line, base: Direction, className = ''): string {
  const [only] = line
  const classes = className === '' ? '' : ` class="${className}"`
  if (line.length === 1 && only?.own === true) {
    const text = escapeHtml(only.text).replace(/\n/g, '<br>')
    const inner = only.strong === true ? `<strong>${text}</strong>` : text
    const lang = only.lang === undefined ? '' : ` lang="${escapeHtml(only.lang)}"`
    const dir = only.dir === base ? '' : ` dir="${only.dir}"`
    return `<${tag}${classes}${lang}${dir}>${inner}</${tag}>`
  }
  return `<${tag}${classes}>${inline(line)}</${tag}>`
}

/**
 * A drawing that says nothing that the words beside it do not say. Its ink and red follow the page, which may
 * be dark.
 */
export const decorative = (svg: string): string =>
  svg
    .replace('<svg ', '<svg aria-hidden="true" ')
    .replaceAll('#1f1b16', 'currentColor')
    .replaceAll('#b92b16', 'var(--red)')
