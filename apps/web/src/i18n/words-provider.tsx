import type { Kind, Messages } from '@vispera/kinds'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { loadCatalogue, loadKindWords } from './catalogue.ts'
import { useLocale } from './language.ts'
import { type AppLocale, formatTag } from './locale.ts'
import { openSpeech, SpeechProvider, useSpeech } from './speech.ts'

interface Spoken {
  readonly locale: AppLocale
  readonly messages: Messages
}

/** The app's own words in the language of the page. Nothing is drawn before they are there. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const spoken = useLoaded(useLocale(), loadCatalogue)
  const speech = useMemo(() => spoken && speak(spoken), [spoken])
  return speech && <SpeechProvider value={speech}>{children}</SpeechProvider>
}

/** Adds the words of the kinds in use. Nothing inside is drawn before they are there. */
export function KindWords({ kinds, children }: { kinds: readonly Kind[]; children: ReactNode }) {
  const outer = useSpeech()
  const load = useMemo(() => (locale: AppLocale) => loadKindWords(kinds, locale), [kinds])
  const spoken = useLoaded(useLocale(), load)
  const speech = useMemo(() => {
    if (!spoken) return null
    return speak({
      ...spoken,
      messages: { ...outer.messages, ...spoken.messages },
    })
  }, [outer, spoken])
  return speech && <SpeechProvider value={speech}>{children}</SpeechProvider>
}

/** Keeps showing the language before until the next one has arrived; asks again when the network fails. */
function useLoaded(locale: AppLocale, load: (locale: AppLocale) => Promise<Messages>): Spoken | null {
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = () =>
      load(locale).then(
        (messages) => isWanted && setSpoken({ locale, messages }),
        () => {
          if (isWanted) timer = setTimeout(attempt, 2_000)
        },
      )
    void attempt()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [locale, load])
  return spoken
}

const speak = ({ locale, messages }: Spoken) => openSpeech(formatTag(locale, navigator.languages), messages)
