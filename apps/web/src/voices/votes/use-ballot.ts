import { type Ballot, ballotOf, castBallot, dotsPerPerson, shakyFlags, type Vote } from '@vispera/board'
import type { Doc } from 'yjs'
import { announce } from '../../actions/announcer.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useFromDoc } from '../from-stage.ts'
import { type Dots, given, pressed, withDots } from './dots.ts'
import { usePeopleWithASay } from './use-votes.ts'

/** How many dots a person has in a vote. */
export const dotsOf = (vote: Vote, options: number, people: number): number =>
  vote.dots ?? (vote.form === 'shaky' ? shakyFlags : dotsPerPerson(options, people))

const readBallots = (doc: Doc): ReadonlyMap<string, Ballot> =>
  new Map(
    [...doc.getMap('ballots').keys()].flatMap((id) => {
      const ballot = ballotOf(doc, id)
      return ballot ? [[id, ballot] as const] : []
    }),
  )

/** My ballot in one vote. It lies in my own draft: nobody but the server ever receives it. */
export function useBallot(vote: Vote) {
  const session = useSession()
  const draft = session.draft()
  const ballots = useFromDoc(draft?.doc ?? session.stageDoc, readBallots)
  const ballot = draft ? ballots.get(vote.id) : undefined
  return {
    canVote: draft !== null && vote.state === 'open',
    ballot,
    cast: (next: Ballot | null) => draft && castBallot(draft.doc, vote.id, next),
  }
}

/** My dots: how many are left, and a press that adds one or takes it back. */
export function useDots(vote: Vote, options: number) {
  const { t } = useWords()
  const people = usePeopleWithASay()
  const { ballot, cast, canVote } = useBallot(vote)
  const dots: Dots = ballot && 'dots' in ballot ? ballot.dots : {}
  const mine = (id: string) => dots[id] ?? 0
  const all = dotsOf(vote, options, people)
  const most = vote.dotsPerNote ?? 1
  const set = (next: Dots) => {
    cast(given(next) > 0 ? { dots: next } : null)
    announce(t('voices.vote.said', { count: Math.max(0, all - given(next)) }))
  }
  return {
    all,
    left: Math.max(0, all - given(dots)),
    most,
    mine,
    canVote,
    press(id: string) {
      if (!canVote) return
      const next = pressed(dots, id, { all, most })
      if (next) set(next)
      else announce(t('voices.vote.noneLeft'))
    },
    takeBack: (id: string) => set(withDots(dots, id, mine(id) - 1)),
  }
}
