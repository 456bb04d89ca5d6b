import type { Ballot } from './ballot.ts'
import {
  agreementLevels,
  fewestForCounts,
  resonanceLevels,
  shakyFlags,
  tooFewToVote,
  type Vote,
  type VoteForm,
} from './vote.ts'

/** What somebody entered for several people at one device. */
export interface HandCount {
  readonly voices: number
  /** Sum by option, as in a result. */
  readonly totals: Readonly<Record<string, number>>
}

export interface HandedIn {
  /** One each; those that are not valid are left out. */
  readonly ballots: readonly Ballot[]
  readonly byHand: readonly HandCount[]
  /** How many people are here and have handed in nothing valid. */
  readonly missing: number
  /** What may be voted on, and is still there. */
  readonly standing: ReadonlySet<string>
  /** In an order that tells nothing. */
  readonly shuffle: (worries: readonly string[]) => string[]
}

/** Dots for each person: a quarter of what there is to choose from, 2 to 5; 2 when they are more than 15. */
export function dotsPerPerson(options: number, people: number): number {
  return people > 15 ? 2 : Math.min(5, Math.max(2, Math.round(options / 4)))
}

/** The levels of a vote that has a scale; null where options are notes or links. */
export function levelsOf(form: VoteForm): readonly string[] | null {
  if (form === 'agreement') return agreementLevels
  return form === 'resonance' ? resonanceLevels : null
}

const limitsOf = ({ form, dots, dotsPerNote }: Vote) => ({
  dots: dots ?? (form === 'shaky' ? shakyFlags : 2),
  each: dotsPerNote ?? 1,
})

/**
 * Whether a ballot counts: of the vote's form, and with no more dots than a person has. Dots on what does not
 * stand for choice, or not any more, are as if they had never been put.
 */
export function isValidBallot(vote: Vote, ballot: Ballot, standing: ReadonlySet<string>): boolean {
  const levels = levelsOf(vote.form)
  if ('level' in ballot) return levels?.includes(ballot.level) ?? false
  if (levels) return false
  const { dots, each } = limitsOf(vote)
  const given = Object.entries(ballot.dots).filter(([option]) => standing.has(option))
  return given.every(([, count]) => count <= each) && sum(given.map(([, count]) => count)) <= dots
}

/** Whether what was entered by hand can be: so many voices cannot have given more than they had. */
export function isValidHandCount(vote: Vote, { voices, totals }: HandCount, standing: ReadonlySet<string>) {
  const levels = levelsOf(vote.form)
  const { dots, each } = levels ? { dots: 1, each: 1 } : limitsOf(vote)
  const entries = Object.entries(totals)
  return (
    entries.every(([option]) => levels?.includes(option) ?? standing.has(option)) &&
    entries.every(([, count]) => count <= voices * each) &&
    sum(entries.map(([, count]) => count)) <= voices * dots
  )
}

/**
 * Closes a vote: totals only, and no more of them than can be told without telling who. Under five secret
 * ballots only the order is said, which no count by hand makes safer; with two voices or fewer nothing is.
 */
export function countBallots(vote: Vote, handedIn: HandedIn): Pick<Vote, 'state' | 'result'> {
  const { byHand, missing, standing, shuffle } = handedIn
  const ballots = handedIn.ballots.filter((ballot) => isValidBallot(vote, ballot, standing))
  const voices = sum(byHand.map((entry) => entry.voices))
  if (ballots.length + voices > 0 && ballots.length + voices <= tooFewToVote) return { state: 'talk' }

  const totals = new Map<string, number>()
  const add = (option: string, count: number) => {
    if (count > 0) totals.set(option, (totals.get(option) ?? 0) + count)
  }
  for (const ballot of ballots) {
    if ('level' in ballot) add(ballot.level, 1)
    else
      for (const [option, count] of Object.entries(ballot.dots)) if (standing.has(option)) add(option, count)
  }
  for (const entry of byHand) {
    for (const [option, count] of Object.entries(entry.totals))
      if (levelsOf(vote.form)?.includes(option) ?? standing.has(option)) add(option, count)
  }
  const isOrderOnly = ballots.length > 0 && ballots.length < fewestForCounts
  const worries = shuffle(ballots.flatMap(worryIn))
  return {
    state: 'closed',
    result: {
      totals: Object.fromEntries(inOrderOfName(isOrderOnly ? ranksOf(totals) : totals)),
      isOrderOnly,
      ballots: ballots.length + voices,
      byHand: voices,
      missing,
      ...(worries.length > 0 && { worries }),
    },
  }
}

/** Levels that leave room for a worry, or for words that would fit better. */
const withWords: readonly string[] = ['talk-more', 'cannot', 'other-words']

function worryIn(ballot: Ballot): string[] {
  if (!('level' in ballot) || !withWords.includes(ballot.level)) return []
  const worry = ballot.worry?.trim() ?? ''
  return worry === '' ? [] : [worry]
}

function ranksOf(totals: ReadonlyMap<string, number>): Map<string, number> {
  const steps = [...new Set(totals.values())].sort((a, b) => b - a)
  return new Map([...totals].map(([option, count]) => [option, steps.indexOf(count) + 1]))
}

/** The order in which ballots came in says who voted first. */
const inOrderOfName = (totals: ReadonlyMap<string, number>) =>
  [...totals].sort(([a], [b]) => (a < b ? -1 : 1))

const sum = (numbers: readonly number[]): number => numbers.reduce((whole, part) => whole + part, 0)

/**
 * What an agreement vote suggests; people decide. `matters`: somebody cannot go along. `still-talking`: somebody
 * needs to talk more. `agree`: neither, and at most a fifth can only live with it. Otherwise nothing.
 */
export function agreementHint(
  result: NonNullable<Vote['result']>,
): 'agree' | 'still-talking' | 'matters' | null {
  const { totals, isOrderOnly, ballots } = result
  if (totals.cannot) return 'matters'
  if (totals['talk-more']) return 'still-talking'
  const bearing = totals['live-with'] ?? 0
  // Ranks do not say how many; that somebody is among them does.
  const isFew = isOrderOnly ? bearing === 0 : bearing * 5 <= ballots
  return isFew && Object.keys(totals).length > 0 ? 'agree' : null
}
