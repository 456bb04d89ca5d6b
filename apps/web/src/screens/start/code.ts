/** How many characters a join code has. */
export const codeLength = 6

/** Letters and digits of a join code; those that are easily taken for another are not among them. */
const alphabet = '346789ABCDEFGHJKMNPQRTVWXY'

/**
 * What somebody typed or pasted, as far as it can be a code: spaces and dashes go, small letters grow. Of
 * a whole pasted sentence ("our code is K7R-M4T") a word that is a code wins.
 */
export function readCode(typed: string): string {
  const western = typed.normalize('NFKC').replace(/[٠-٩]/g, toWesternDigit).toUpperCase()
  const whole = western.split(/[\s:,;]+/).map(onlyKnown)
  const found = whole.length > 1 ? whole.findLast((word) => word.length === codeLength) : undefined
  return (found ?? onlyKnown(western)).slice(0, codeLength)
}

export const isWholeCode = (code: string): boolean => code.length === codeLength

const toWesternDigit = (digit: string) => String(digit.charCodeAt(0) - 0x660)
const onlyKnown = (text: string) => [...text].filter((letter) => alphabet.includes(letter)).join('')
