import { type Agenda, addingNow, mayWrite } from '@vispera/board'
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
  const looksOn = !mayWrite(session.me.role)
  if (!looksOn && hasOpenVote(session)) return 'choose'
  const agenda = session.agenda()
  const isAlone = addingNow(agenda, session.serverNow()) === 'drafts'
  if (isAlone && !looksOn && session.me.role !== 'interpreter') return 'write'
  // Some flows go from writing alone straight to placing: the cards lie face down until whoever leads turns them.
  return isAlone || faceDownNow(agenda) > 0 ? 'reveal' : null
}

const hasOpenVote = ({ stageDoc }: WorkshopSession): boolean =>
  [...stageDoc.getMap<{ state?: unknown }>('votes').values()].some((vote) => vote?.state === 'open')

/** How many cards lie face down: a number for everybody, never whose. */
export const faceDownNow = ({ now }: Pick<Agenda, 'now'>): number => now?.faceDown ?? now?.drafts ?? 0

export const useAsked = (): Asked => useSessionValue(askedNow)

/** Whether people may write on the board meanwhile, while cards lie face down. */
export const useWritesBesideCards = (): boolean =>
  useSessionValue((session) => {
    const adds = addingNow(session.agenda(), session.serverNow())
    return mayWrite(session.me.role) && (adds === 'board' || adds === 'boards')
  })

/** Whether there is anything to show of votes, hearts, drafts or decisions. */
export const useHasVoices = (): boolean =>
  useSessionValue(
    ({ agenda, stageDoc }) =>
      agenda().now !== null ||
      (['votes', 'hearts', 'decisions'] as const).some((root) => stageDoc.getMap(root).size > 0),
  )
