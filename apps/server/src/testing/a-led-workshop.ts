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
