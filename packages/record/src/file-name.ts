/** Longest file name, in characters, without its ending. */
const longest = 60

/**
 * A title as a file name that every system takes: letters and digits of any script, words joined by hyphens.
 * A title without any gives the fallback.
 */
export function fileNameOf(title: string, fallback: string): string {
  const words = title
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...words].slice(0, longest).join('').replace(/-+$/, '')
  // Names that Windows keeps for devices.
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? fallback : short
}
