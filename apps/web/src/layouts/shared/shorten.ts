/** The beginning of a text, cut between words. */
export function shorten(text: string, most = 48): string {
  const line = text.split('\n', 1).join('')
  if ([...line].length <= most) return line
  const cut = [...line].slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
