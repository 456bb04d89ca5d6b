import {
  newId,
  readAgenda,
  readAttention,
  readRun,
  stageKinds,
  writeBoardEntry,
  writeWorkshop,
} from '@vispera/board'
import { kinds } from '@vispera/kinds'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import type { Services } from '../../services.ts'
import { agendaCommands } from '../agenda-commands.ts'
import type { Command, CommandContext } from '../command.ts'
import { maxStages } from './stages-of-doc.ts'

const boards = ['one', 'two']

/** A workshop in memory: all that these commands know of one is its `stage` document. */
function aStageDocument() {
  const doc = new Doc()
  writeWorkshop(doc, { title: 'T', safety: 'open', languages: [], month: '2026-11' })
  boards.forEach((id, at) => {
    writeBoardEntry(doc, { id, kind: kinds[at]?.id ?? '', title: id, order: `a${at}` })
  })
  const write = async (_: string, change: (doc: Doc) => void) => {
    change(doc)
    return null
  }
  const say = async (name: string, given: Readonly<Record<string, unknown>>, now: number) => {
    const command = (agendaCommands as readonly Command[]).find((one) => one.name === name)
    const services = { stages: { write } } as unknown as Services
    const seat = { workshop: 'w', participant: 'rosa', role: 'facilitator' } as CommandContext['seat']
    const input = command?.input.parse({ command: name, ...given })
    await command?.run({ services, workshop: 'w', seat, token: '', now }, input as never)
  }
  return { doc, say }
}

const nth = fc.nat(6)
const press = fc.oneof(
  fc.record({ name: fc.constant('start-stage'), stage: nth }),
  fc.record({
    name: fc.constantFrom('next-stage', 'next-stage', 'end-agenda', 'pause', 'resume'),
    isStale: fc.boolean(),
  }),
  fc.record({ name: fc.constant('extend-stage'), minutes: fc.integer({ min: 1, max: 120 }) }),
  fc.record({
    name: fc.constant('add-stage'),
    kind: fc.constantFrom(...stageKinds),
    board: fc.constantFrom(...boards, null),
    minutes: fc.nat(60),
    after: fc.option(nth, { nil: undefined }),
  }),
  fc.record({
    name: fc.constant('change-stage'),
    stage: nth,
    minutes: fc.nat(60),
    mode: fc.constantFrom('live', 'manual', undefined),
  }),
  fc.record({ name: fc.constant('move-stage'), stage: nth, before: fc.option(nth) }),
  fc.record({ name: fc.constant('remove-stage'), stage: nth }),
  fc.record({
    name: fc.constant('make-agenda'),
    from: fc.constant([{ board: 'one', version: 'quick' }]),
    instead: fc.boolean(),
  }),
  fc.record({ name: fc.constant('look-here'), board: fc.constantFrom(...boards) }),
  fc.record({ name: fc.constantFrom('ready-check', 'lead-view'), on: fc.boolean() }),
)

test('whatever facilitators press, in whatever order, the workshop is somewhere and its time makes sense', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(press, fc.nat(600_000)), { maxLength: 40 }), async (presses) => {
      const { doc, say } = aStageDocument()
      let at = 1_000_000
      let runBefore = 0
      for (const [{ name, ...given }, passed] of presses) {
        at += passed
        const { stages } = readAgenda(doc)
        const idAt = (index: unknown) =>
          typeof index === 'number' ? (stages[index]?.id ?? newId()) : (index as null | undefined)
        const run = readRun(doc) - ('isStale' in given && given.isStale ? 1 : 0)
        const ids = Object.fromEntries(
          ['stage', 'before', 'after']
            .filter((key) => key in given)
            .map((key) => [key, idAt(given[key as never])]),
        )
        await say(name, { run, ...given, ...ids }, at).catch((error: unknown) => {
          // A refusal is a sentence for people; everything else is a mistake of ours.
          expect(error).toBeInstanceOf(ApiError)
        })

        const { stages: after, now, ended } = readAgenda(doc)
        const attention = readAttention(doc)
        expect(after.length).toBeLessThanOrEqual(maxStages)
        expect(new Set(after.map(({ order }) => order)).size).toBe(after.length)
        expect(after.every(({ ranMs = 0 }) => ranMs >= 0 && ranMs <= at - 1_000_000)).toBe(true)
        expect(readRun(doc)).toBeGreaterThanOrEqual(runBefore)
        runBefore = readRun(doc)
        if (ended) expect(now).toBeNull()
        if (!now) continue
        expect(now.run).toBe(readRun(doc))
        expect(after.some(({ id }) => id === now.stage)).toBe(true)
        expect(now.startedAt).toBeLessThanOrEqual(at)
        if (now.endsAt !== null) expect(now.endsAt).toBeGreaterThanOrEqual(now.startedAt)
        // The timer stands still exactly while everything is paused.
        if (now.pausedAt !== null) expect(attention.paused).not.toBeNull()
      }
    }),
  ))
