/** The stages a workshop can be in, in the order in which methods tend to use them. */
export const stageKinds = [
  'arrive',
  'imagine',
  'write-silent',
  'reveal',
  'gallery',
  'share-round',
  'small-groups',
  'place',
  'cluster',
  'discuss',
  'backwards',
  'check',
  'vote',
  'decide',
  'link',
  'draft-together',
  'read-forward',
  'break',
  'harvest',
  'close',
] as const
export type StageKind = (typeof stageKinds)[number]

/**
 * Who may add while a stage runs: nobody, everyone to a draft of their own, everyone on the stage's board,
 * or everyone on every board (links join boards).
 */
export type Adding = 'nobody' | 'drafts' | 'board' | 'boards'
export const addings = ['nobody', 'drafts', 'board', 'boards'] as const satisfies readonly Adding[]

/** The form of vote that a stage opens by itself. */
export type StageVote = 'dots' | 'shaky'

interface StageRule {
  readonly adds: Adding
  /** Whether cursors, selections and who writes where are shown on boards meanwhile. */
  readonly presence: boolean
  readonly vote?: StageVote
}

/** What each stage allows those who do not lead (boards.md, 2.5); a stage of an agenda may set `adds` itself. */
export const stageRules: Readonly<Record<StageKind, StageRule>> = {
  arrive: { adds: 'nobody', presence: true },
  imagine: { adds: 'nobody', presence: false },
  'write-silent': { adds: 'drafts', presence: false },
  reveal: { adds: 'nobody', presence: false },
  gallery: { adds: 'board', presence: true },
  'share-round': { adds: 'board', presence: true },
  'small-groups': { adds: 'board', presence: true },
  place: { adds: 'board', presence: true },
  cluster: { adds: 'board', presence: true },
  discuss: { adds: 'board', presence: true },
  backwards: { adds: 'board', presence: true },
  check: { adds: 'nobody', presence: true, vote: 'shaky' },
  vote: { adds: 'nobody', presence: false, vote: 'dots' },
  decide: { adds: 'nobody', presence: true },
  link: { adds: 'boards', presence: true },
  'draft-together': { adds: 'board', presence: true },
  'read-forward': { adds: 'nobody', presence: true, vote: 'shaky' },
  break: { adds: 'nobody', presence: true },
  harvest: { adds: 'board', presence: true },
  close: { adds: 'board', presence: true },
}
