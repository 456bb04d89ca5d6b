import { addingNow, mayWrite, stageNow } from '@vispera/board'
import { type Area, addWords } from '../i18n/catalogue.ts'
import { type Later, later } from '../later/later.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'

export const voicesWords: Area = {
  en: () => import('../messages/voices/en.json'),
  es: () => import('../messages/voices/es.json'),
  ar: () => import('../messages/voices/ar.json'),
}

/** Each part comes with the words of all of them. */
const part = <T>(load: () => Promise<T>): Later<T> =>
  later(async () => {
    const [code] = await Promise.all([load(), addWords(voicesWords)])
    return code
  })

/** Writing alone, voting and deciding: all of it comes once a workshop needs it. */
export const voices = {
  /** Draws nothing: keeps what notes show of it, and says what happened. */
  keeper: part(() => import('./keeper.tsx').then(({ VoicesKeeper }) => VoicesKeeper)),
  /** In the composer's place on a wide screen. */
  foot: part(() => import('./foot.tsx').then(({ VoicesFoot }) => VoicesFoot)),
  /** In the whole of a phone. */
  phone: part(() => import('./phone.tsx').then(({ VoicesPhone }) => VoicesPhone)),
  panel: part(() => import('./panel.tsx').then(({ VoicesSide }) => VoicesSide)),
}

/** What the workshop asks of this seat just now, in place of writing on the board. */
export type Asked = 'write' | 'reveal' | 'choose' | null

export function askedNow(session: WorkshopSession): Asked {
  if (!mayWrite(session.me.role)) return null
  for (const vote of session.stageDoc.getMap<{ state?: unknown }>('votes').values())
    if (vote?.state === 'open') return 'choose'
  const agenda = session.agenda()
  const { now } = agenda
  const isAlone = addingNow(agenda, session.serverNow()) === 'drafts'
  // Some flows go from writing alone straight to placing: whoever leads turns the cards over there.
  const turnsHere = stageNow(agenda)?.kind === 'reveal' || (session.canLead() && !isAlone)
  if (turnsHere && (now?.faceDown ?? now?.drafts ?? 0) > 0) return 'reveal'
  return isAlone && session.me.role !== 'interpreter' ? 'write' : null
}

export const useAsked = (): Asked => useSessionValue(askedNow)

/** Cards of others lie face down, for somebody who only looks on. */
export const useSeesFaceDown = (): boolean =>
  useSessionValue((session) => {
    const agenda = session.agenda()
    const stage = stageNow(agenda)
    if (!stage || mayWrite(session.me.role)) return false
    const isBefore = stage.kind === 'reveal' || addingNow(agenda, session.serverNow()) === 'drafts'
    return isBefore && (agenda.now?.faceDown ?? agenda.now?.drafts ?? 0) > 0
  })

/** Whether there is anything to show of votes, hearts, drafts or decisions. */
export const useHasVoices = (): boolean =>
  useSessionValue(
    ({ agenda, stageDoc }) =>
      agenda().now !== null ||
      (['votes', 'hearts', 'decisions'] as const).some((root) => stageDoc.getMap(root).size > 0),
  )
