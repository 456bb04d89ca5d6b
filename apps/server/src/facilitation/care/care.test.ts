import { createHash } from 'node:crypto'
import {
  addCrossLink,
  addNotes,
  documentNames,
  editNotes,
  isShown,
  noteMapOf,
  readThreads,
  writeText,
} from '@vispera/board'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aDesk, type Desk } from '../../testing/a-desk.ts'
import { imagesNeededIn } from '../silence/images-kept-back.ts'

let desk: Desk
const key = 'a key that only one device has'
const withdrawKey = createHash('sha256').update(key).digest('hex')

/** A board with one note that its author has a key to. */
beforeEach(async () => {
  desk = await aDesk()
  await desk.drafts('ana', [
    { text: 'what happened at the mill', withdrawKey, whoFeelsItFirst: 'the night shift' },
    { text: 'bread' },
  ])
  await desk.say('reveal', { run: 0, how: 'all' })
})
afterEach(() => desk.close())

const noteOf = async (text: string) => (await desk.board()).notes.find((note) => note.text === text)
const own = (input: object, by: 'participant' | 'observer' = 'participant') =>
  desk.say('own-note', { key, ...input }, by)
const boardDocument = () => documentNames.board(desk.workshop, desk.boards[0] ?? '')
async function theMill() {
  const note = (await desk.board()).notes.find((one) => one.withdrawKey === withdrawKey)
  return { board: desk.boards[0], note: note?.id ?? 'gone' }
}

describe('a note hidden for care', () => {
  test('loses its words on the board and in its history, and gets them back', async () => {
    const mill = await theMill()
    const before = (await desk.board()).notes.find(({ id }) => id === mill.note)
    await desk.say('hide-note', mill, 'safety-keeper')
    const hidden = (await desk.board()).notes.find(({ id }) => id === mill.note)
    expect(hidden).toEqual({
      id: mill.note,
      kind: 'vision-element',
      text: '',
      place: before?.place,
      withdrawKey,
      state: 'hidden-for-care',
      fields: {},
    })
    expect(hidden && isShown(hidden)).toBe(false)
    expect(await desk.stored(boardDocument())).not.toMatch(/mill|night shift/)
    expect(JSON.stringify(await desk.services.store.list('set-aside'))).not.toMatch(/mill|night shift/)
    await desk.say('show-note', mill, 'facilitator')
    expect((await desk.board()).notes.find(({ id }) => id === mill.note)).toEqual(before)
    expect(await desk.services.store.list('set-aside')).toEqual([])
  })

  test('hidden twice, by two people, comes back whole', async () => {
    const mill = await theMill()
    await Promise.all([1, 2].map(() => desk.say('hide-note', mill)))
    await desk.say('show-note', mill)
    expect(await noteOf('what happened at the mill')).toBeDefined()
  })

  test('is forgotten by the links that remember its words', async () => {
    const mill = await theMill()
    const threads = documentNames.threads(desk.workshop)
    await desk.services.rooms.transact(threads, (doc) => {
      addCrossLink(doc, {
        kind: 'becomes',
        from: { board: mill.board ?? '', note: mill.note },
        to: { board: 'other', note: 'victory' },
        lastKnown: { from: 'what happened at the mill', to: 'a safe mill' },
      })
    })
    await desk.say('hide-note', mill)
    const { links } = await desk.services.rooms.read(threads, readThreads)
    expect(links.map(({ lastKnown }) => lastKnown)).toEqual([{ to: 'a safe mill' }])
    expect(await desk.stored(threads)).not.toContain('happened')
  })

  test('goes from the copies that small groups have of the board too', async () => {
    const mill = await theMill()
    await desk.say('split', {
      ...{ board: mill.board, how: 'by-hand', names: ['One', 'Two'], own: 'copy', private: true, minutes: 0 },
      members: {},
    })
    const stage = await desk.services.stages.read(desk.workshop)
    const copies = stage?.boards.flatMap(({ id, from }) => (from === mill.board ? id : [])) ?? []
    expect(copies).toHaveLength(2)
    await desk.say('hide-note', mill)
    for (const copy of copies)
      expect(await desk.stored(documentNames.board(desk.workshop, copy))).not.toMatch(/mill|night shift/)
    await desk.say('show-note', mill)
    expect(await desk.say('gather')).toEqual({ brought: 0 })
    await desk.say('show-note', { ...mill, board: copies[0] })
    expect(await desk.stored(documentNames.board(desk.workshop, copies[0] ?? ''))).toContain('mill')
  })

  test('that an older device hid with its words on the board can be shown again', async () => {
    const mill = await theMill()
    const hide = (state: 'hidden-for-care') =>
      desk.services.rooms.transact(boardDocument(), (doc) => editNotes(doc, [mill.note], { state }))
    await hide('hidden-for-care')
    await desk.say('show-note', mill)
    expect(await noteOf('what happened at the mill')).not.toHaveProperty('state')
    await hide('hidden-for-care')
    await desk.say('hide-note', mill)
    expect(await desk.stored(boardDocument())).not.toContain('mill')
    await desk.say('show-note', mill)
    expect(await noteOf('what happened at the mill')).toBeDefined()
  })

  test('is for those who keep people safe to hide', async () => {
    const mill = await theMill()
    for (const role of ['participant', 'scribe', 'interpreter', 'observer', 'screen'] as const)
      await expect(desk.say('hide-note', mill, role)).rejects.toThrow('may not')
    await expect(desk.say('hide-note', { ...mill, note: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the author of a nameless note', () => {
  test('alone opens it while it is hidden for care, whatever key somebody else puts on the board meanwhile', async () => {
    const mill = await theMill()
    const stolen = createHash('sha256').update('another key').digest('hex')
    await desk.say('hide-note', mill)
    await desk.services.rooms.transact(boardDocument(), (doc) => {
      noteMapOf(doc, mill.note)?.set('withdrawKey', stolen)
    })
    for (const what of ['read', 'edit', 'withdraw'])
      await expect(
        own({ ...mill, key: 'another key', do: what, text: 'x' }).then(() => 'opened'),
      ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await own({ ...mill, do: 'read' })).toMatchObject({ text: 'what happened at the mill' })
    await desk.say('show-note', mill)
    expect(await noteOf('what happened at the mill')).toMatchObject({ withdrawKey })
  })

  test('a note that nobody has a key to gets none while it is hidden', async () => {
    const bread = { board: desk.boards[0], note: (await noteOf('bread'))?.id ?? '' }
    await desk.say('hide-note', bread)
    await desk.services.rooms.transact(boardDocument(), (doc) => {
      noteMapOf(doc, bread.note)?.set('withdrawKey', withdrawKey)
    })
    await expect(own({ ...bread, do: 'read' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('can read, reword and take it back with the key of their device, whatever stage runs', async () => {
    await desk.agenda([{ kind: 'break' }])
    const mill = await theMill()
    expect(await own({ ...mill, do: 'read' })).toEqual({
      text: 'what happened at the mill',
      sensitivity: 'normal',
      state: 'shared',
    })
    expect(await own({ ...mill, do: 'edit', text: 'what we heard' })).toMatchObject({ text: 'what we heard' })
    expect(await desk.stored(boardDocument())).not.toContain('happened')
    expect(await own({ ...mill, do: 'withdraw' })).toEqual({ withdrawn: true })
    expect((await desk.board()).notes.map(({ text }) => text)).toEqual(['bread'])
    expect(await desk.stored(boardDocument())).not.toContain('heard')
  })

  test('reads and rewords it while it is hidden, and it comes back as they left it', async () => {
    const mill = await theMill()
    await desk.say('hide-note', mill)
    expect(await own({ ...mill, do: 'read' })).toEqual({
      text: 'what happened at the mill',
      sensitivity: 'normal',
      state: 'hidden-for-care',
    })
    await own({ ...mill, do: 'edit', text: 'a safe way home', sensitivity: 'sensitive' })
    expect(await desk.stored(boardDocument())).not.toContain('safe way')
    await desk.say('show-note', mill)
    expect(await noteOf('a safe way home')).toMatchObject({ sensitivity: 'sensitive' })
  })

  test('can keep it out of the record and not back in', async () => {
    const mill = await theMill()
    await own({ ...mill, do: 'edit', sensitivity: 'do-not-record' })
    expect(await own({ ...mill, do: 'edit', sensitivity: 'normal' })).toMatchObject({
      sensitivity: 'do-not-record',
    })
  })

  test('is nobody without the key, nor on a note without one', async () => {
    const mill = await theMill()
    for (const wrong of ['', withdrawKey, `${key} `])
      await expect(desk.say('own-note', { ...mill, key: wrong || 'x', do: 'read' })).rejects.toMatchObject({
        code: 'forbidden',
      })
    const bread = { board: mill.board, note: (await noteOf('bread'))?.id }
    await expect(own({ ...bread, do: 'withdraw' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(own({ ...mill, do: 'read' }, 'observer')).rejects.toThrow('may not')
  })

  test('leaves nothing behind when they take back what is hidden', async () => {
    const mill = await theMill()
    await desk.say('hide-note', mill)
    await own({ ...mill, do: 'withdraw' })
    expect(await desk.services.store.list('set-aside')).toEqual([])
    await expect(desk.say('show-note', mill)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('rewords it while others type in it too', async () => {
    const mill = await theMill()
    await desk.services.rooms.transact(boardDocument(), (doc) =>
      writeText(doc, mill.note, 'what happened at the old mill'),
    )
    await own({ ...mill, do: 'edit', text: 'what happened at the old mill, once' })
    expect(await noteOf('what happened at the old mill, once')).toBeDefined()
  })
})

describe('the pulse', () => {
  test('is told in numbers to those who lead, and can be changed', async () => {
    const [ana, ben] = [desk.comes(), desk.comes()]
    await desk.saysAs(ana, 'pulse', { level: 'fine' })
    await desk.saysAs(ben, 'pulse', { level: 'pause' })
    await desk.saysAs(ana, 'pulse', { level: 'slow-down' })
    const lead = documentNames.lead(desk.workshop)
    const told = await desk.services.rooms.read(lead, (doc) => doc.getMap('lead').get('pulse'))
    expect(told).toEqual({ fine: 0, 'slow-down': 1, pause: 1 })
    const stored = await desk.stored(lead)
    for (const { participant } of [ana, ben]) expect(stored).not.toContain(participant)
  })
})

test('images of drafts and of what is hidden are not swept away', async () => {
  const image = (mediaId: string) => ({
    kind: 'image' as const,
    alt: '',
    width: 10,
    height: 10,
    mediaId,
  })
  const mill = await theMill()
  await desk.services.rooms.transact(boardDocument(), (doc) =>
    editNotes(doc, [mill.note], { media: image('hiddenPicture') }),
  )
  await desk.say('hide-note', mill)
  await desk.services.rooms.transact(documentNames.draft(desk.workshop, 'ana'), (doc) => {
    addNotes(doc, [{ kind: 'vision-element', text: '', media: image('draftPicture') }])
  })
  const needed = await imagesNeededIn(desk.services, desk.workshop)
  expect([...(needed ?? [])].sort()).toEqual(['draftPicture', 'hiddenPicture'])
})
