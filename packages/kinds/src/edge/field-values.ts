import { fieldSchema, isTextField, maxFieldLength, parseFuzzyDate } from '@vispera/board'
import type { Field } from '../kind.ts'

/** A field's value as it is stored, undefined for an empty one, or null when it is not of the field's type. */
export function storedValue(field: Field, input: unknown): { value: unknown } | null {
  if (input === undefined || input === null || input === '') return { value: undefined }
  const parsed = fieldSchema(field.type).safeParse(input)
  if (!parsed.success) return null
  if (field.type.type === 'lines') {
    const value = asLines(parsed.data)
    return value.length > maxFieldLength ? null : { value: value === '' ? undefined : value }
  }
  if (field.type.type === 'fuzzyDate' && typeof parsed.data === 'string') {
    return { value: parseFuzzyDate(parsed.data) ?? undefined }
  }
  return { value: parsed.data }
}

/** One text with a line per entry. */
function asLines(value: unknown): string {
  const lines = Array.isArray(value)
    ? value.map((line) => String(line).replace(/\s*\n\s*/g, ' '))
    : [String(value)]
  return lines.join('\n')
}

/** The fields whose words live in a Y.Text. */
export const textFieldsOf = (fields: readonly Field[]): string[] =>
  fields.filter((field) => isTextField(field.type)).map((field) => field.id)
