import type { LinkKind } from '../kind.ts'

const kind = (
  id: string,
  from: readonly string[],
  to: readonly string[],
  line: LinkKind['line'],
  acrossBoards: boolean,
): LinkKind => ({ id, from, to, line, acrossBoards })

const any = ['*']

/** All kinds of link. A board kind names those that can be made on it. */
const linkKinds: readonly LinkKind[] = [
  kind('becomes', ['vision-element', 'theme', 'vision-statement'], ['victory'], 'solid', true),
  // A gap stands in a chain where a step was taken out, so it can be at either end.
  kind('needs', ['step', 'gap', 'victory', 'instant-before'], ['step', 'gap'], 'solid', false),
  kind('calls-for', ['step', 'goal', 'strategy'], ['tactic'], 'solid', true),
  kind(
    'serves',
    ['strategy', 'tactic', 'ally', 'message', 'goal', 'node', 'role-offer', 'culture-piece', 'actor'],
    ['goal', 'strategy'],
    'solid',
    true,
  ),
  kind('aligns-with', ['tactic'], ['tactic'], 'dotted', false),
  kind('opens-door-for', ['tactic'], ['tactic', 'room'], 'solid', false),
  kind('carries-inside', ['tactic'], ['tactic'], 'solid', false),
  kind('keeps-pressure-on', ['tactic'], ['tactic', 'actor', 'gain'], 'dashed', true),
  kind('undercuts', ['tactic'], ['tactic'], 'dashed', false),
  kind('at-moment', ['tactic', 'message'], ['moment'], 'dotted', true),
  kind('influences', ['actor', 'node'], ['actor', 'node'], 'solid', false),
  kind('connects', ['node'], ['node'], 'solid', false),
  kind('because', ['cause', 'idea'], ['cause'], 'solid', false),
  kind(
    'answers',
    ['frame', 'message', 'entry-point'],
    ['narrative', 'cause', 'power-reading'],
    'solid',
    true,
  ),
  kind(
    'protects',
    ['measure', 'care-practice', 'support-node'],
    ['threat', 'tactic', 'step'],
    'dashed',
    true,
  ),
  kind('exposes', ['tactic', 'step'], ['threat'], 'dashed', true),
  kind(
    'lives-out',
    ['everyday-practice', 'agreement', 'tactic'],
    ['principle', 'value', 'vision-element'],
    'dotted',
    true,
  ),
  kind('asks-of', ['demand', 'message', 'tactic'], ['actor'], 'solid', true),
  kind('learns-from', ['leader-role'], ['leader-role'], 'dotted', false),
  kind('in-tension', any, any, 'dashed', true),
  kind('came-from', any, any, 'dotted', true),
]

/** The link kinds with these ids, in this order. Throws for an id that does not exist: a mistake in a kind. */
export function linkKindsOf(...ids: readonly string[]): readonly LinkKind[] {
  return ids.map((id) => {
    const found = linkKinds.find((link) => link.id === id)
    if (!found) throw new Error(`no link kind ${id}`)
    return found
  })
}
