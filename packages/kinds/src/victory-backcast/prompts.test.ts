import { expect, test } from 'vitest'
import { workedExample } from '../worked-example/worked-example.ts'
import { soundsLikeAction } from './sounds-like-action.ts'

const step = (text: string) => ({ id: 's', kind: 'step', text, place: null, fields: {} })
const heard = (texts: readonly string[]) => texts.filter((text) => soundsLikeAction(step(text)))

test('something to do is heard as such, in each of our languages', () => {
  const tasks = [
    'Hold a march',
    'We will organise a petition',
    '- write to the mayor',
    'Organizar una marcha',
    'Hay que escribir a la alcaldesa',
    'تنظيم مسيرة',
    'يجب أن نكتب رسالة',
  ]
  expect(heard(tasks)).toEqual(tasks)
})

test('a change in the world is left alone, also where it begins with the same word', () => {
  const changes = [
    'The committee has put our lease on the agenda',
    'March is market month',
    'Call centre staff know the rules',
    'Hold',
    '',
    'Hay una comisión que presenta el plan',
    'تم تنظيم مسيرة',
    'أصبح المجلس معنا',
    'ဈေးသည်များ စုစည်းထားသည်',
  ]
  expect(heard(changes)).toEqual([])
})

test('no step of the worked example is taken for an action', () => {
  for (const locale of ['en', 'es', 'ar'] as const) {
    const texts = workedExample(locale).boards.flatMap(({ notes }) =>
      notes.filter(({ kind }) => kind === 'step').map(({ text }) => text),
    )
    expect(texts.length).toBeGreaterThan(0)
    expect(heard(texts)).toEqual([])
  }
})
