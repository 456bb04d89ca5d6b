import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { addNotes, castBallot } from '../../packages/board/src/index.ts'
import { type Joined, joinDraft, makeLedWorkshop } from './a-workshop.ts'
import { openCounted } from './people.ts'
import { realServer, type ServerProcess, startProcess } from './server-process.ts'

// A facilitator presses, and the power goes at some moment of what follows. They press again: everything is there once.

const writers = 8
let server: ServerProcess
const port = 21_270

async function aPlace() {
  const data = mkdtempSync(join(tmpdir(), 'vispera-led-'))
  server = await startProcess(realServer, port, data)
  onTestFinished(async () => {
    await server.kill()
    rmSync(data, { recursive: true, force: true })
  })
  return {
    /** Says a command, ends the server some milliseconds later, starts it again and says it once more. */
    async saidTwice(say: (command: object) => Promise<unknown>, command: object, after: number) {
      const first = say(command).catch(() => null) // it ended before it could answer
      await pause(after)
      await server.kill()
      await first
      server = await startProcess(realServer, port, data)
      await say(command)
    },
  }
}

/** Writes into drafts and leaves once all of it is on the disk. */
async function inDrafts(
  drafts: readonly (Joined & { document: string })[],
  write: (doc: ReturnType<typeof openCounted>['doc'], at: number) => void,
) {
  await Promise.all(
    drafts.map(async (draft, at) => {
      const opened = openCounted(server.url, { token: draft.token, board: draft.document })
      await vi.waitFor(() => expect(opened.status().connection).toBe('online'), { timeout: 20_000 })
      write(opened.doc, at)
      await vi.waitFor(() => expect(opened.status().pending).toBe(0), { timeout: 20_000 })
      opened.close()
    }),
  )
}

test('a reveal and a count that kill -9 cuts off are whole after the next press', {
  timeout: 180_000,
}, async () => {
  const { saidTwice } = await aPlace()
  for (const after of [3, 25]) {
    const { id, links } = await makeLedWorkshop(server.url)
    const lead = await joinDraft(server.url, id, links, 'facilitator')
    const seats = Array.from({ length: writers }, () => joinDraft(server.url, id, links, 'participant'))
    const people = await Promise.all(seats)
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = { authorization: `Bearer ${lead.token}`, 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/api/workshops/${id}/${path}`, { ...init, headers })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
      return answer.json()
    }
    const say = (command: object) => ask('commands', { method: 'POST', body: JSON.stringify(command) })
    const saved = () => ask('record?format=json')

    const words = people.map((_, at) => `the words of ${at}`)
    await inDrafts(people, (doc, at) => {
      addNotes(doc, [{ kind: 'vision-element', text: words[at] ?? '', fields: { board: lead.board } }])
    })
    await saidTwice(say, { command: 'reveal', run: 0, how: 'all' }, after)
    const { notes } = (await saved()).boards[0]
    expect(notes.map(({ text }: { text: string }) => text).sort()).toEqual(words)

    const asked = { command: 'open-vote', form: 'dots', board: lead.board, question: 'Which?', dots: 2 }
    const { vote } = await say(asked)
    await inDrafts(people, (doc) => castBallot(doc, vote, { dots: { [notes[0].id]: 1 } }))
    await saidTwice(say, { command: 'close-vote', vote }, after)
    expect((await saved()).votes).toMatchObject([
      { result: { totals: { [notes[0].id]: writers }, ballots: writers } },
    ])
  }
})
