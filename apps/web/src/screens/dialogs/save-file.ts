/** Hands a file to the browser's downloads. The address lives only as long as the hand-over. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Where people print on Letter; everywhere else it is A4. */
const letterRegions = new Set([
  'US',
  'CA',
  'MX',
  'CO',
  'VE',
  'CL',
  'CR',
  'GT',
  'PA',
  'PH',
  'PR',
  'DO',
  'NI',
  'SV',
  'HN',
])

/** The paper of the reader's own region. */
export function paperFor(tags: readonly string[]): 'a4' | 'us-letter' {
  const region = tags.map((tag) => new Intl.Locale(tag).region).find((found) => found !== undefined)
  return region !== undefined && letterRegions.has(region) ? 'us-letter' : 'a4'
}
