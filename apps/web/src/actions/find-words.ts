/** Words without case, accents and tashkeel, so that a search finds what people mean. */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase()

/** Whether every searched word stands somewhere in the texts. An empty search finds everything. */
export function matches(search: string, ...texts: readonly (string | undefined)[]): boolean {
  const wanted = plain(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (wanted.length === 0) return true
  const all = plain(texts.filter((text) => text !== undefined).join(' '))
  return wanted.every((word) => all.includes(word))
}
