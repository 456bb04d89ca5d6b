import type { ColorName, NewNote, Place } from '@vispera/board'
import type { Locale } from '../kind.ts'
import {
  type ExampleBoard,
  linksFrom,
  noteMaker,
  orderKey,
  type TextKey,
  type Words,
} from './example-board.ts'

/** Four themes, what is over, what is alive, values, a shared picture, and two visions that stand apart. */
export function exampleVision(words: Words, locale: Locale): ExampleBoard {
  const { note, foreign } = noteMaker(words, locale)
  const theme = (id: string, key: TextKey, x: number, y: number) =>
    note(id, 'theme', key, { place: { x, y } })
  const under = (themeId: string, index: number, color: ColorName): Partial<NewNote> => ({
    place: { zone: 'field', order: orderKey(index) },
    cluster: { id: themeId, order: orderKey(index) },
    ...(color !== 'sun' && { color }),
  })
  const pieces = (themeId: string, color: ColorName, keys: readonly TextKey[]) =>
    keys.map((key, index) => note(key, 'vision-element', key, under(themeId, index, color)))
  const list = (kind: string, zone: string, keys: readonly TextKey[], more: Partial<NewNote> = {}) =>
    keys.map((key, index) => {
      const place: Place = { zone, order: orderKey(index) }
      return note(key, kind, key, { place, ...more })
    })
  const withSense = (piece: NewNote & { id: string }) => {
    const sense = senses[piece.id]
    return sense ? { ...piece, fields: sense } : piece
  }
  const notes = [
    theme('roof', 'th.roof', 0, 0),
    ...pieces('roof', 'sun', ['v1', 'roof2', 'roof3', 'roof4', 'roof5', 'roof6', 'roof7']).map((piece) =>
      piece.id === 'roof4' || piece.id === 'roof7' ? { ...piece, color: 'sky' as const } : piece,
    ),
    theme('unafraid', 'th.unafraid', 744, 0),
    ...pieces('unafraid', 'rose', ['v2', 'calm2', 'calm3', 'calm4', 'calm5']),
    foreign(
      'calm6',
      'vision-element',
      { text: 'မနက်စောစော ဈေးထဲမှာ ရယ်သံတွေ ကြားရတယ်။', lang: 'my', translation: 'calm6.in' },
      under('unafraid', 5, 'rose'),
    ),
    theme('city', 'th.city', 0, 372),
    ...pieces('city', 'leaf', ['city1', 'city2', 'city3', 'city4', 'city6']).map((piece, index) =>
      index === 4 ? { ...piece, ...under('city', 5, 'leaf') } : piece,
    ),
    foreign(
      'city5',
      'vision-element',
      { text: words['city5.text'], lang: words['city5.lang'], translation: 'city5.in' },
      under('city', 4, 'leaf'),
    ),
    theme('room', 'th.room', 564, 372),
    ...pieces('room', 'clay', ['room1', 'room2', 'room3']),
    foreign(
      'room4',
      'vision-element',
      { text: words['room4.text'], lang: words['room4.lang'], translation: 'room4.in' },
      under('room', 3, 'clay'),
    ),
    note('loose1', 'vision-element', 'loose1', { place: { x: 946, y: 402 }, color: 'chalk' }),
    note('loose2', 'vision-element', 'loose2', { place: { x: 1128, y: 402 } }),
    note('loose3', 'vision-element', 'loose3', { place: { x: 1024, y: 540 }, color: 'chalk' }),
    ...list('ended', 'ended', ['ended1', 'ended2', 'ended3', 'ended4', 'ended5']),
    ...list('seed-today', 'alive', ['alive1', 'alive2', 'alive3', 'alive4']),
    ...list('value', 'values', ['value1', 'value2', 'value3', 'value4']),
    ...list('vision-element', 'apart', ['apart1', 'apart2'], { color: 'plum', keepSeparate: true }),
    note('shared', 'vision-statement', 'shared', {
      place: { zone: 'shared-picture', order: orderKey(0) },
      fields: { openFor: 'testing', version: 1 },
    }),
  ]
  return {
    id: 'vision',
    kind: 'vision-board',
    title: words['board.vision'],
    notes: notes.map(withSense),
    links: linksFrom([['in-tension', 'apart1', 'roof']]),
    settings: { horizon: words.horizon },
  }
}

const senses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  v1: { scale: 'community', sense: 'see' },
  v2: { scale: 'me-home', sense: 'feel' },
  roof2: { scale: 'community', sense: 'hear' },
  roof5: { scale: 'me-home', sense: 'feel' },
  calm4: { scale: 'me-home', sense: 'feel' },
  calm5: { scale: 'community', sense: 'do' },
  calm6: { scale: 'community', sense: 'hear' },
  city3: { scale: 'institutions', sense: 'see' },
  room3: { scale: 'organisation', sense: 'see' },
  loose3: { scale: 'community', sense: 'feel' },
}
