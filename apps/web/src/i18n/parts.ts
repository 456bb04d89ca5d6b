/**
 * A message as the build sends it: an ICU message, parsed (`words-as-data.ts`). The numbers are the parser's. What
 * our messages do not use (dates, tags, ordinals) the build refuses.
 */
export type Part =
  | { readonly type: 0; readonly value: string }
  | { readonly type: 1; readonly value: string }
  | { readonly type: 2; readonly value: string }
  | { readonly type: 5; readonly value: string; readonly options: Options }
  | { readonly type: 6; readonly value: string; readonly options: Options; readonly offset: number }
  | { readonly type: 7 }

type Options = Readonly<Record<string, { readonly value: readonly Part[] }>>

export type Values = Readonly<Record<string, string | number>>

/** How one language counts. */
export interface Counting {
  readonly numbers: Intl.NumberFormat
  readonly plurals: Intl.PluralRules
}

/** The message with its values; `count` is what `#` stands for. Throws where a value is missing. */
export function sayParts(parts: readonly Part[], values: Values, counting: Counting, count = 0): string {
  const say = (part: Part): string => {
    if (part.type === 0) return part.value
    if (part.type === 7) return counting.numbers.format(count)
    const value = values[part.value]
    if (value === undefined) throw new Error(`no value for ${part.value}`)
    if (part.type === 1) return String(value)
    if (part.type === 2) return counting.numbers.format(Number(value))
    const { options } = part
    if (part.type === 5)
      return sayParts((options[value] ?? options.other)?.value ?? [], values, counting, count)
    const rest = Number(value) - part.offset
    const chosen = options[`=${value}`] ?? options[counting.plurals.select(rest)] ?? options.other
    return sayParts(chosen?.value ?? [], values, counting, rest)
  }
  return parts.map(say).join('')
}
