import type { Role } from '@vispera/board'
import { type Answer, aSeat, ask, aWorkshop, type TestSeat, type TestServer } from './a-server.ts'

/** An agenda as `GET /api/workshops/:id` tells it. */
export interface TestAgenda {
  readonly stages: readonly (Record<string, unknown> & { id: string; kind: string })[]
  readonly now: (Record<string, unknown> & { stage: string; run: number; endsAt: number | null }) | null
  readonly ended: boolean
  readonly run: number
}

/** A workshop with a facilitator who says commands. */
export interface LedWorkshop {
  readonly id: string
  readonly lead: TestSeat
  readonly boards: readonly string[]
  sit(role: Role): Promise<TestSeat>
  /** Says a command as the facilitator, or as somebody else; the answer whatever it is. */
  say(command: string, input?: Record<string, unknown>, as?: TestSeat): Promise<Answer>
  /** Says a command that counts only while the workshop stands where it does now; throws when refused. */
  move(command: string, input?: Record<string, unknown>): Promise<Record<string, unknown>>
  agenda(): Promise<TestAgenda>
}

export async function aLedWorkshop(
  server: TestServer,
  given: Record<string, unknown> = { title: 'Our market', boards: [{ kind: 'vision-board' }] },
): Promise<LedWorkshop> {
  const workshop = await aWorkshop(server, given)
  const lead = await aSeat(server, workshop, 'facilitator')
  const path = `/api/workshops/${workshop.id}`
  const agenda = async () =>
    (await ask<{ agenda: TestAgenda }>(server, 'GET', path, { token: lead.token })).body.agenda
  const say = (command: string, input = {}, { token } = lead) =>
    ask(server, 'POST', `${path}/commands`, { token, body: { command, ...input } })
  return {
    id: workshop.id,
    lead,
    boards: lead.documents.boards.map(({ id }) => id),
    sit: (role) => aSeat(server, workshop, role),
    say,
    async move(command, input = {}) {
      const answer = await say(command, { run: (await agenda()).run, ...input })
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body
    },
    agenda,
  }
}

/** A workshop whose agenda is these stages of five minutes, each called by its number. */
export async function withStages(server: TestServer, count: number) {
  const boards = [{ kind: 'vision-board', version: 'quick' }]
  const workshop = await aLedWorkshop(server, { title: 'T', boards })
  for (const { id } of (await workshop.agenda()).stages) await workshop.move('remove-stage', { stage: id })
  const ids: string[] = []
  for (let number = 1; number <= count; number++) {
    const { stage } = await workshop.move('add-stage', { kind: 'discuss', title: `${number}` })
    ids.push(String(stage))
  }
  const titles = async () => (await workshop.agenda()).stages.map(({ title }) => title)
  const titleNow = async () => {
    const { stages, now } = await workshop.agenda()
    return stages.find(({ id }) => id === now?.stage)?.title
  }
  return { ...workshop, ids, titles, titleNow }
}

export const messageOf = ({ body }: Answer): string =>
  (body as { error?: { message: string } }).error?.message ?? ''
