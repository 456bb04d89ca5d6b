import { describe, expect, it } from 'vitest'
import { createMeasure, lineHeight, plainWidth } from './measure.ts'
import { type as faces } from './type.ts'

/** Every letter is ten units wide: lines can be counted on fingers. */
const measure = createMeasure((text) => [...text].length * 10)

describe('measuring text', () => {
  it('breaks between words and keeps the mark clear on the first line', () => {
    expect(measure.lines('one two', 100, faces.note)).toBe(1)
    expect(measure.lines('one two', 100, faces.note, 40)).toBe(2)
    expect(measure.lines('one two three four', 90, faces.note)).toBe(3)
  })

  it('keeps the lines that people made', () => {
    expect(measure.lines('a\nb\n\nc', 500, faces.note)).toBe(4)
    expect(measure.lines('', 500, faces.note)).toBe(1)
  })

  it('breaks a word that is wider than the note, anywhere', () => {
    expect(measure.lines('x'.repeat(25), 100, faces.note)).toBe(3)
    expect(measure.lines(`ab ${'x'.repeat(25)}`, 100, faces.note)).toBe(3)
  })

  it('breaks Burmese, which has no spaces, between its words', () => {
    const lines = measure.lines('မနက်စောစော ဈေးထဲမှာ ရယ်သံတွေ ကြားရတယ်။', 120, faces.note)
    expect(lines).toBeGreaterThan(2)
    expect(lines).toBeLessThan(12)
  })

  it('gives tall scripts the lines they need', () => {
    expect(lineHeight('words', faces.note)).toBeCloseTo(17 * 1.33)
    expect(lineHeight('صار السوق', faces.note)).toBeCloseTo(17 * 1.5)
    expect(lineHeight('ဈေးထဲမှာ', faces.note)).toBeCloseTo(17 * 1.62)
    expect(lineHeight('صار السوق', faces.theme)).toBeCloseTo(32 * 1.35)
  })

  it('answers without a page', () => {
    const plain = createMeasure(plainWidth)
    expect(plain.height('Keys on my own belt.', 144, faces.note)).toBeGreaterThan(22)
    expect(plain.width('市場', faces.note)).toBeCloseTo(34)
  })
})
