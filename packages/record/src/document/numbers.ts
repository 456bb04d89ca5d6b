import type { Line } from './blocks.ts'
import type { RecordContext } from './context.ts'

/** Numbers of a plan listed in one sentence; more are counted. */
const mostNumbers = 24

/** "3a" with the reader's digits. */
export const planNumber = ({ words }: RecordContext, number: string): string =>
  number.replace(/\d+/, (digits) => words.number(Number(digits)))

/** "1, 4 and 5"; a very long list ends in a count. */
export function numberList(context: RecordContext, numbers: readonly string[]): string {
  const { words } = context
  const shown = numbers.slice(0, mostNumbers).map((number) => planNumber(context, number))
  if (numbers.length <= mostNumbers) return words.list(shown)
  return words.text('record.numbersAndMore', {
    numbers: words.list(shown, 'unit'),
    count: numbers.length - mostNumbers,
  })
}

/** "steps 1, 4 and 5". */
export const stepsLine = (context: RecordContext, numbers: readonly string[]): Line =>
  context.words.line('record.steps', { count: numbers.length, numbers: numberList(context, numbers) })
