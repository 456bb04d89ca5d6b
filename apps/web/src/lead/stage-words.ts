import { type AgendaStage, stageRules } from '@vispera/board'
import type { Words } from '../i18n/use-words.ts'

/** What a stage is called: by the facilitator's own name for it, else by its kind. */
export const nameOf = (stage: AgendaStage, { t }: Pick<Words, 't'>): string =>
  stage.title?.trim() || t(`stage.${stage.kind}`)

/**
 * What people are asked to do: the facilitator's words in the reader's language, else the method's own, else the
 * facilitator's words in whatever language they are in. Empty when nobody said anything.
 */
export function promptOf(
  stage: AgendaStage,
  { t, has, locale }: Pick<Words, 't' | 'has' | 'locale'>,
): string {
  const own = stage.prompt ?? {}
  const mine = own[locale]?.trim()
  if (mine) return mine
  const any = Object.values(own).find((words) => words.trim() !== '')
  if (any) return any
  const message = stage.from ? `${stage.from.kind}.${stage.from.version}.${stage.from.line}` : ''
  return has(message) ? t(message) : ''
}

/** What people may do meanwhile, as the end of the message ids `lead.may.*`, `lead.adds.*` and `lead.sees.*`. */
export function doingIn(
  stage: AgendaStage,
): 'drafts' | 'board' | 'boards' | 'vote' | 'flags' | 'rest' | 'nobody' {
  const { adds, vote } = stageRules[stage.kind]
  const allowed = stage.adds ?? adds
  if (allowed !== 'nobody') return allowed
  if (vote !== undefined) return vote === 'dots' ? 'vote' : 'flags'
  return stage.kind === 'break' ? 'rest' : 'nobody'
}
