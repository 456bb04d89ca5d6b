import type { Kind, Messages } from '@vispera/kinds'
import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { fetchKind } from '../board-ui/kinds-at-hand.ts'
import { MissingPart } from '../later/missing-part.tsx'
import { areasSpoken, howManyAreas, loadCatalogue, loadKindWords, onAreas } from './catalogue.ts'
import { useLocale } from './language.ts'
import { type AppLocale, formatTag } from './locale.ts'
import { openSpeech, SpeechProvider, useSpeech } from './speech.ts'

interface Spoken {
  readonly locale: AppLocale
  readonly messages: Messages
  readonly kinds: readonly Kind[]
  /** How many areas of the app's own words are among them. */
  readonly areas: number
}

/** The app's own words in the language of the page. Nothing is drawn before they are there. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const areas = useSyncExternalStore(onAreas, howManyAreas)
  const load = useCallback((locale: AppLocale) => loadApp(locale, areas), [areas])
  const { spoken } = useLoaded(useLocale(), load)
  const speech = useMemo(() => spoken && speak(spoken), [spoken])
  useEffect(() => {
    if (spoken) areasSpoken(spoken.areas)
  }, [spoken])
  return speech && <SpeechProvider value={speech}>{children}</SpeechProvider>
}

interface KindWordsProps {
  readonly ids: readonly string[]
  /** Told of kinds once they and their words can be used inside. */
  readonly onSpoken?: (kinds: readonly Kind[]) => void
  /** Stands here until the first of them are there. */
  readonly waiting?: ReactNode
  readonly children: ReactNode
}

/** Adds the words of kinds. Nothing inside is drawn before the first of them are there. */
export function KindWords({ ids, onSpoken, waiting = null, children }: KindWordsProps) {
  const outer = useSpeech()
  const wanted = ids.join(' ')
  const load = useCallback((locale: AppLocale) => loadKinds(wanted.split(' '), locale), [wanted])
  const { spoken, retry } = useLoaded(useLocale(), load)
  const speech = useMemo(() => {
    if (!spoken) return null
    return speak({
      ...spoken,
      messages: { ...outer.messages, ...spoken.messages },
    })
  }, [outer, spoken])
  useLayoutEffect(() => {
    if (spoken) onSpoken?.(spoken.kinds)
  }, [spoken, onSpoken])
  if (speech) return <SpeechProvider value={speech}>{children}</SpeechProvider>
  return retry ? <MissingPart onRetry={retry} /> : waiting
}

async function loadApp(locale: AppLocale, areas: number): Promise<Spoken> {
  return { locale, messages: await loadCatalogue(locale), kinds: [], areas }
}

async function loadKinds(ids: readonly string[], locale: AppLocale): Promise<Spoken> {
  const found = await Promise.all(ids.map(fetchKind))
  const kinds = found.filter((kind) => kind !== undefined)
  return { locale, messages: await loadKindWords(kinds, locale), kinds, areas: 0 }
}

/**
 * Keeps showing what was there until the next has arrived; asks again when the network fails. `retry` asks at
 * once, and is there after a failure only.
 */
function useLoaded(locale: AppLocale, load: (locale: AppLocale) => Promise<Spoken>) {
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  const [retry, setRetry] = useState<(() => void) | null>(null)
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = () => {
      clearTimeout(timer)
      load(locale).then(
        (next) => {
          if (!isWanted) return
          setSpoken(next)
          setRetry(null)
        },
        () => {
          if (!isWanted) return
          timer = setTimeout(attempt, 2_000)
          setRetry(() => attempt)
        },
      )
    }
    attempt()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [locale, load])
  return { spoken, retry }
}

const speak = ({ locale, messages }: Spoken) => openSpeech(formatTag(locale, navigator.languages), messages)
