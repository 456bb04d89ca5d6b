import { expect, test } from 'vitest'
import { commonMessages } from './common/messages.ts'
import type { Kind, Locale } from './kind.ts'
import { kindById, kinds } from './kinds.ts'
import { kindIds, loadKind } from './kinds-by-need.ts'
import { recipes } from './recipes.ts'

const locales: readonly Locale[] = ['en', 'es', 'ar']

test('a kind is found by its id, one by one and among all', async () => {
  expect(kinds.map((kind) => kind.id)).toEqual(kindIds)
  for (const id of kindIds) expect(await loadKind(id)).toBe(kindById(id))
})

test('what is no kind is found nowhere', async () => {
  for (const id of ['', 'constructor', 'no-such-kind'])
    expect([await loadKind(id), kindById(id)]).toEqual([undefined, undefined])
})

test.each(kinds.map((kind) => [kind.id, kind] as const))('%s names only what it has', (_id, kind) => {
  const noteKinds = kind.noteKinds.map((noteKind) => noteKind.id)
  const zones = kind.zones.map((zone) => zone.id)
  const links = kind.linkKinds.map((link) => link.id)
  expect(new Set(noteKinds).size).toBe(noteKinds.length)
  expect(kind.zones.flatMap((zone) => zone.noteKinds).filter((id) => !noteKinds.includes(id))).toEqual([])
  expect(kind.fixedNotes.filter((note) => !noteKinds.includes(note.kind))).toEqual([])
  for (const send of kind.sends) {
    const target = kinds.find((other) => other.id === send.toKind)
    expect(send.from.filter((id) => !noteKinds.includes(id))).toEqual([])
    expect(target?.noteKinds.map((noteKind) => noteKind.id)).toContain(send.creates)
    expect(kind.linkKinds.find((link) => link.id === send.link)?.acrossBoards).toBe(true)
  }
  for (const part of kind.record) {
    if (part.part === 'list' || part.part === 'table') expect(zones).toContain(part.zone)
    if (part.part === 'kind') expect(noteKinds).toContain(part.noteKind)
    if (part.part === 'sent') expect(kind.sends.map((send) => send.id)).toContain(part.send)
    if (part.part === 'sentences') expect(part.links.filter((id) => !links.includes(id))).toEqual([])
    if (part.part === 'setting') expect(kind.settings.map((setting) => setting.id)).toContain(part.setting)
  }
})

test.each(locales)(
  'in %s every word that a kind can show is there, and no word is there for nothing',
  async (locale) => {
    const common = (await commonMessages[locale]()).default
    const wanted = new Set<string>()
    const given = new Set(Object.keys(common).filter((key) => !key.startsWith('recipe.')))
    for (const kind of kinds) {
      const own = (await kind.messages[locale]()).default
      for (const key of Object.keys(own)) {
        // Catalogues of several boards are merged: a key must not mean two things.
        expect(given, `${key} of ${kind.id} is there already`).not.toContain(key)
        given.add(key)
      }
      for (const key of wordsOf(kind)) wanted.add(key)
    }
    const missing = [...wanted].filter((key) => !given.has(key))
    expect(missing).toEqual([])
    const spare = [...given].filter(
      (key) => !wanted.has(key) && !/^(link|stage)\.|\.plural$|\.prompt\./.test(key),
    )
    expect(spare).toEqual([])
    for (const { id } of recipes) {
      for (const part of ['name', 'line', 'facts']) expect(common[`recipe.${id}.${part}`]).toBeTruthy()
    }
  },
)

test('every language has the same messages with the same values', async () => {
  for (const load of [commonMessages, ...kinds.map((kind) => kind.messages)]) {
    const en = (await load.en()).default
    for (const locale of locales) {
      const other = (await load[locale]()).default
      expect(Object.keys(other).toSorted()).toEqual(Object.keys(en).toSorted())
      for (const [key, message] of Object.entries(other)) {
        expect([key, placeholders(message)]).toEqual([key, placeholders(en[key] ?? '')])
        expect(message.trim(), key).not.toBe('')
      }
    }
  }
})

test('Spanish and Arabic are translated, not copied', async () => {
  for (const load of [commonMessages, ...kinds.map((kind) => kind.messages)]) {
    const en = (await load.en()).default
    for (const [key, message] of Object.entries((await load.es()).default)) {
      if (message.length > 12) expect([key, message]).not.toEqual([key, en[key]])
    }
    for (const [key, message] of Object.entries((await load.ar()).default)) {
      expect([key, /\p{Script=Arabic}/u.test(message)]).toEqual([key, true])
    }
  }
})

test('the minutes of a recipe are those of its boards', () => {
  for (const recipe of recipes) {
    const minutes = recipe.boards.map(({ kind: id, version }) => {
      const kind = kinds.find((one) => one.id === id)
      const stages = version === 'quick' ? kind?.quick : kind?.flow
      return (stages ?? []).reduce((sum, stage) => sum + stage.minutes, 0)
    })
    expect([recipe.id, minutes.reduce((a, b) => a + b)]).toEqual([recipe.id, recipe.minutes])
  }
})

test.each([
  ['vision-board', 99, 32],
  ['victory-backcast', 126, 40],
  ['inside-outside-grid', 106, 35],
  ['next-steps', 22, 0],
])('%s takes %i minutes, or %i in short', (id, full, quick) => {
  const kind = kinds.find((one) => one.id === id)
  const sum = (stages: Kind['flow'] = []) => stages.reduce((total, stage) => total + stage.minutes, 0)
  expect([sum(kind?.flow), sum(kind?.quick)]).toEqual([full, quick])
})

const placeholders = (message: string) =>
  [...message.matchAll(/\{(\w+)/g)]
    .map((match) => match[1])
    .filter(isName)
    .toSorted()
const isName = (name: string | undefined) =>
  /^[a-z]\w*$/.test(name ?? '') && !['inside', 'other'].includes(name ?? '')

/** The message ids that screens and records ask for when they draw a board of this kind. */
function wordsOf(kind: Kind): string[] {
  const { layout } = kind
  const keys = ['name', 'short', 'purpose']
  for (const zone of kind.zones) keys.push(`zone.${zone.id}.label`, `zone.${zone.id}.prompt`)
  kind.flow.forEach((_, index) => {
    keys.push(`flow.${index + 1}`)
  })
  kind.quick.forEach((_, index) => {
    keys.push(`quick.${index + 1}`)
  })
  for (const send of kind.sends) keys.push(`send.${send.id}`)
  for (const setting of kind.settings) {
    keys.push(`setting.${setting.id}.label`)
    if (setting.type === 'text') keys.push(`setting.${setting.id}.placeholder`)
  }
  if ('arrangements' in layout) for (const { id } of layout.arrangements) keys.push(`arrangement.${id}`)
  for (const mark of Object.keys(kind.marks ?? {})) keys.push(`mark.${mark}`)
  const links = new Set(kind.linkKinds.map(({ id }) => id))
  if ('filters' in layout)
    keys.push(...layout.filters.filter((by) => links.has(by)).map((by) => `filter.${by}`))
  if (layout.engine === 'timeline') for (const lane of layout.lanes) keys.push(`lane.${lane}.label`)
  if (layout.engine === 'grid') {
    for (const row of layout.rows) keys.push(`row.${row}.label`, `row.${row}.hint`)
    for (const column of layout.columns) keys.push(`column.${column}.label`, `column.${column}.hint`)
    for (const row of layout.rows) for (const column of layout.columns) keys.push(`cell.${row}.${column}`)
  }
  const words = keys.map((key) => `${kind.id}.${key}`)
  if (layout.engine === 'timeline')
    words.push(`ask.${layout.chain.step}.before`, `ask.${layout.chain.step}.after`)
  for (const { id, fields } of kind.noteKinds) {
    words.push(`noteKind.${id}`, `noteKind.${id}.plural`, `ask.${id}`)
    for (const field of fields) {
      words.push(`field.${id}.${field.id}`)
      if (field.type.type !== 'enum') continue
      for (const option of field.type.options) words.push(`option.${id}.${field.id}.${option}`)
    }
  }
  for (const { id } of kind.linkKinds) words.push(`link.${id}`, `link.${id}.short`, `link.${id}.sentence`)
  for (const { stage } of [...kind.flow, ...kind.quick]) words.push(`stage.${stage}`)
  return words
}

test('what the wall of a phone begins with is an arrangement of its kind', () => {
  for (const { layout } of kinds) {
    if (layout.engine !== 'canvas' || layout.onPhones === undefined) continue
    expect(layout.arrangements.map(({ id }) => id)).toContain(layout.onPhones)
  }
})
