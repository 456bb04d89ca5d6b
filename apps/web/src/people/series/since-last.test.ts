import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import type { WorkshopSession } from '../../session/workshop-session.ts'
import { newsSince } from './since-last.ts'

const boards = ['seen', 'unseen', 'new'].map((id) => ({ id, title: id }))
const session = { stageDoc: new Doc(), stage: () => ({ boards }) } as unknown as WorkshopSession

test('what is new since the last visit leaves out boards whose notes were not counted by then', () => {
  const before = { at: 0, boards: { seen: 3, unseen: -1 }, votes: [], decisions: [] }
  const news = newsSince(session, before, { seen: 5, unseen: 7, new: 2 })
  expect(news?.boards.map(({ id, more }) => [id, more])).toEqual([
    ['seen', 2],
    ['new', 2],
  ])
})

test('nothing new is no news', () => {
  const before = { at: 0, boards: { seen: 3, unseen: -1, new: 2 }, votes: [], decisions: [] }
  expect(newsSince(session, before, { seen: 3, unseen: 7, new: 2 })).toBeNull()
})
