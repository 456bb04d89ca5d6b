import { expect, test } from 'vitest'
import { createLastFew } from './last-few.ts'

const aFew = () => {
  const find = createLastFew<string>(2)
  const made: string[] = []
  const of = (frame: Uint8Array, variant: number) =>
    find(frame, variant, ({ length }) => {
      const thing = `${length} as ${variant}`
      made.push(thing)
      return thing
    })
  return { of, made }
}

test('what is made of a frame is made once for all who are sent it in one breath', () => {
  const { of, made } = aFew()
  const [short, long] = [new Uint8Array(1), new Uint8Array(9)]
  for (let person = 0; person < 3; person += 1) {
    expect(of(short, 4)).toBe('1 as 4')
    expect(of(long, 4)).toBe('9 as 4')
  }
  expect(made).toEqual(['1 as 4', '9 as 4'])
})

test('the same frame on another channel is another thing, and so are equal bytes of another frame', () => {
  const { of, made } = aFew()
  const frame = new Uint8Array(1)
  of(frame, 1)
  of(frame, 2)
  of(new Uint8Array(1), 2)
  expect(made).toEqual(['1 as 1', '1 as 2', '1 as 2'])
})

test('nothing is kept once the breath is over', async () => {
  const { of, made } = aFew()
  const frame = new Uint8Array(1)
  of(frame, 1)
  await Promise.resolve()
  of(frame, 1)
  await Promise.resolve()
  of(frame, 1)
  expect(made.length).toBe(3)
})
