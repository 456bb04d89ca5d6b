import type { Words } from '../../i18n/use-words.ts'

/** A plan's number ("3", "3a") in the reader's own numerals. */
export const spokenNumber = (planNumber: string, words: Pick<Words, 'number'>): string =>
  planNumber.replace(/^\d+/, (digits) => words.number(Number(digits)))
