import { maxNoteLength } from '@vispera/board'

/** A dash, bullet, tick box or number before the words of a pasted list. */
const bullet =
  /^\s*(?:[-*+•‣◦⁃∙·●○▪■–—]\s+|(?:\[[ xX]?\]|[☐☑☒])\s*|\(?[0-9٠-٩۰-۹၀-၉]{1,3}[.)\]:]\s+|\(?[A-Za-z]\)\s+)+/u

/** The lines of a text that say something, without bullets, numbers and outer space. */
export const linesIn = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(bullet, '').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')

/** What stands between empty lines, each with its own line breaks. */
export const paragraphsIn = (text: string): string[] =>
  text
    .split(/(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])/u)
    .map((part) => linesIn(part).join('\n'))
    .filter((part) => part !== '')

/**
 * Cuts every text to at most `most` UTF-16 code units: at the end of a sentence where there is one in the
 * second half, else at a space, else (scripts without spaces) between two letters.
 */
export function cutToFit(texts: readonly string[], most = maxNoteLength): string[] {
  const pieces: string[] = []
  for (const text of texts) {
    let rest = text
    while (rest.length > most) {
      const at = cutAt(rest, most)
      pieces.push(rest.slice(0, at).trim())
      rest = rest.slice(at).trim()
    }
    if (rest !== '') pieces.push(rest)
  }
  return pieces.filter((piece) => piece !== '')
}

const sentenceEnd = /[.!?…؟。။](?=[\s"”»])|\n/gu

function cutAt(text: string, most: number): number {
  const head = text.slice(0, most)
  let end = 0
  for (const match of head.matchAll(sentenceEnd)) end = match.index + 1
  if (end > most / 2) return end
  const space = head.lastIndexOf(' ')
  if (space > most / 2) return space
  // Never inside a surrogate pair.
  const code = head.charCodeAt(most - 1)
  return code >= 0xd800 && code <= 0xdbff ? most - 1 : most
}
