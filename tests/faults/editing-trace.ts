import { aRandom } from '../../packages/sync/src/testing/random.ts'

/**
 * People typing into one text at the same time, in the form of github.com/josephg/editing-traces (concurrent): each
 * transaction names the ones it knew of, who made it, and what was typed as [position, deleted, inserted].
 */
export interface EditingTrace {
  readonly endContent: string
  readonly numAgents: number
  readonly txns: readonly {
    readonly parents: readonly number[]
    readonly agent: number
    readonly patches: readonly (readonly [at: number, deleted: number, inserted: string])[]
  }[]
}

/** Room enough to begin with for all to find a place of their own. */
const opening = 'It is the year after next and all that was hoped for has come to be. '

interface Letter {
  readonly letter: string
}
type Edit =
  | { readonly kind: 'insert'; readonly after: Letter | null; readonly letters: readonly Letter[] }
  | { readonly kind: 'delete'; readonly letters: readonly Letter[] }

/**
 * Makes a trace: each agent types on where it was, jumps, and deletes, and hears of the others about a second (some
 * eight keystrokes) later. As in the recorded ones nobody inserts at the very place where somebody else does
 * unheard, so that there is one right text whatever the CRDT; it is worked out here without any.
 */
export function makeTrace(transactions: number, agents: number, seed: number): EditingTrace {
  const random = aRandom(seed)
  const edits: Edit[] = []
  const txns: EditingTrace['txns'][number][] = []
  const whole = aDesk()
  const ends = new Set([0, transactions - 1])
  const crowd = Array.from({ length: agents }, (_, agent) => ({ agent, desk: aDesk(), heard: 0 }))
  /** The last transaction of each agent among the first so many, and of the one who asks. */
  const lastKnown: number[][] = [[]]

  for (let index = 0; index < transactions; index += 1) {
    const who = crowd[index === 0 ? 0 : Math.floor(random() * agents)]
    if (!who) break
    // All build on the first; the last one has heard everything, so that the trace ends in one place.
    const upTo =
      index === transactions - 1 ? index : Math.max(Math.min(1, index), index - Math.floor(random() * 16))
    for (; who.heard < upTo; who.heard += 1) {
      const edit = edits[who.heard]
      if (edit && txns[who.heard]?.agent !== who.agent) who.desk.hear(edit)
    }
    const unheard = edits.slice(who.heard).filter((_, at) => txns[who.heard + at]?.agent !== who.agent)
    const { edit, patch } = ends.has(index) ? who.desk.insert(0, opening) : who.desk.act(random, unheard)
    const own = txns.findLastIndex(({ agent }) => agent === who.agent)
    const parents = new Set(lastKnown[who.heard]?.filter((at) => txns[at]?.agent !== who.agent))
    if (own >= 0) parents.add(own)
    txns.push({ parents: [...parents].sort((a, b) => a - b), agent: who.agent, patches: [patch] })
    edits.push(edit)
    whole.hear(edit)
    lastKnown.push([...(lastKnown[index] ?? []).filter((at) => txns[at]?.agent !== who.agent), index])
  }
  return { endContent: whole.text(), numAgents: agents, txns }
}

/** One agent's copy: every letter that it ever knew, in order, and those of them that are still there. */
function aDesk() {
  const letters: Letter[] = []
  const visible: Letter[] = []
  const gone = new Set<Letter>()
  let cursor = 0

  function hear(edit: Edit) {
    if (edit.kind === 'delete') {
      for (const letter of edit.letters) {
        if (!gone.has(letter)) visible.splice(visible.indexOf(letter), 1)
        gone.add(letter)
      }
      return
    }
    const at = edit.after ? letters.indexOf(edit.after) + 1 : 0
    let before = at - 1
    while (before >= 0 && gone.has(letters[before] as Letter)) before -= 1
    visible.splice(before < 0 ? 0 : visible.indexOf(letters[before] as Letter) + 1, 0, ...edit.letters)
    letters.splice(at, 0, ...edit.letters)
  }

  function insert(at: number, text: string) {
    const after = visible[at - 1] ?? null
    const edit: Edit = { kind: 'insert', after, letters: [...text].map((letter) => ({ letter })) }
    hear(edit)
    cursor = at + text.length
    return { edit, patch: [at, 0, text] as const }
  }

  return {
    hear,
    insert,
    text: () => visible.map(({ letter }) => letter).join(''),
    act(random: () => number, unheard: readonly Edit[]) {
      const pick = (size: number) => Math.floor(random() * size)
      if (random() < 0.02) cursor = pick(visible.length + 1)
      cursor = Math.min(cursor, visible.length)
      if (random() < 0.1 && cursor > 0) {
        const count = Math.min(cursor, 1 + pick(3))
        cursor -= count
        const edit: Edit = { kind: 'delete', letters: visible.slice(cursor, cursor + count) }
        hear(edit)
        return { edit, patch: [cursor, count, ''] as const }
      }
      const taken = new Set(unheard.map((edit) => (edit.kind === 'insert' ? edit.after : undefined)))
      while (taken.has(visible[cursor - 1] ?? null)) cursor = pick(visible.length + 1)
      return insert(cursor, 'etaoinshrdlu ,.\n'[pick(16)] ?? 'e')
    },
  }
}
