/** Controls and invisible direction overrides, which could make one name pass for another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const unwanted = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** One line of words as people typed it, without what cannot be seen; '' when nothing visible is left. */
export function cleanLine(text: string): string {
  const line = text.normalize('NFC').replace(unwanted, ' ').replace(/\s+/gu, ' ').trim()
  return visible.test(line) ? line : ''
}

/** Words of several lines, without what cannot be seen. */
export const cleanText = (text: string): string =>
  text
    .split(/\r\n?|\n/u)
    .map(cleanLine)
    .join('\n')
    .trim()
