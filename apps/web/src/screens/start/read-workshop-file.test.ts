import { workshopFileVersion } from '@vispera/board'
import { expect, it } from 'vitest'
import { findFileProblem } from './read-workshop-file.ts'

const file = (change: object) =>
  JSON.stringify({ format: 'vispera-workshop', version: workshopFileVersion, ...change })

it('a saved workshop is let through to the server', () => {
  expect(findFileProblem(file({}), 100)).toBe(null)
})

it('a truncated file, another file, a newer one and a huge one each get their own words', () => {
  expect([
    findFileProblem(file({}).slice(0, -5), 100),
    findFileProblem('[1, 2]', 6),
    findFileProblem('null', 4),
    findFileProblem(file({ version: workshopFileVersion + 1 }), 100),
    findFileProblem('{}', 60_000_000),
  ]).toEqual([
    'shell.import.broken',
    'shell.import.foreign',
    'shell.import.foreign',
    'shell.import.newer',
    'shell.import.too-large',
  ])
})
