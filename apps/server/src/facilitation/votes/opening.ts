import {
  dotsPerPerson,
  levelsOf,
  mayWrite,
  newId,
  readAgenda,
  readVotes,
  shakyFlags,
  type Vote,
  type VoteForm,
  writeVote,
} from '@vispera/board'
import type { Services } from '../../services.ts'
import { standingOptions } from './standing.ts'

export interface WantedVote {
  readonly id?: string
  readonly form: VoteForm
  readonly board: string | null
  readonly question: string
  readonly options?: readonly string[] | undefined
  readonly dots?: number | undefined
  readonly dotsPerNote?: number | undefined
}

/** Opens a vote; answers its id. The same one, asked for twice at once, is opened once. */
export async function openOne(
  services: Pick<Services, 'rooms' | 'stages' | 'attendance'>,
  workshop: string,
  wanted: WantedVote,
  now: number,
): Promise<string> {
  const { form, board, question } = wanted
  const options = levelsOf(form) ? undefined : wanted.options ? [...new Set(wanted.options)] : null
  const limits = levelsOf(form)
    ? {}
    : await limitsFor(services, workshop, { ...wanted, options: options ?? null })
  let id = wanted.id ?? newId()
  await services.stages.write(workshop, (doc) => {
    const stage = readAgenda(doc).now?.stage
    const vote: Vote = {
      id,
      form,
      board,
      question,
      openedAt: now,
      state: 'open',
      ...limits,
      ...(options !== undefined && { options }),
      ...(stage !== undefined && { stage }),
    }
    const same = readVotes(doc).find((one) => one.state === 'open' && isSameQuestion(one, vote))
    if (same) id = same.id
    else writeVote(doc, vote)
  })
  return id
}

async function limitsFor(
  services: Pick<Services, 'rooms' | 'stages' | 'attendance'>,
  workshop: string,
  {
    form,
    board,
    options,
    dots,
    dotsPerNote,
  }: Pick<Vote, 'form' | 'board' | 'options'> & {
    readonly dots?: number | undefined
    readonly dotsPerNote?: number | undefined
  },
): Promise<Pick<Vote, 'dots' | 'dotsPerNote'>> {
  const each = dotsPerNote ?? 1
  if (dots !== undefined) return { dots, dotsPerNote: each }
  if (form === 'shaky') return { dots: shakyFlags, dotsPerNote: each }
  const standing = await standingOptions(services, workshop, { form, board, options })
  const people = services.attendance.present(workshop, mayWrite).length
  return { dots: dotsPerPerson(standing.size, people), dotsPerNote: each }
}

const isSameQuestion = (a: Vote, b: Vote): boolean =>
  a.form === b.form &&
  a.board === b.board &&
  a.question === b.question &&
  JSON.stringify(a.options ?? null) === JSON.stringify(b.options ?? null)
