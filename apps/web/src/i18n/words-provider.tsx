import type { Kind, Messages } from '@vispera/kinds'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { createIntl, createIntlCache, RawIntlProvider, useIntl } from 'react-intl'
import { loadCatalogue, loadKindWords } from './catalogue.ts'
import { useLocale } from './language.ts'
import { type AppLocale, formatTag } from './locale.ts'

interface Spoken {
  readonly locale: AppLocale
  readonly messages: Messages
}

const cache = createIntlCache()

/** The app's own words in the language of the page. Nothing is drawn before they are there. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const spoken = useLoaded(useLocale(), loadCatalogue)
  const intl = useMemo(() => spoken && speak(spoken), [spoken])
  return intl && <RawIntlProvider value={intl}>{children}</RawIntlProvider>
}

/** Adds the words of the kinds in use. Nothing inside is drawn before they are there. */
export function KindWords({ kinds, children }: { kinds: readonly Kind[]; children: ReactNode }) {
  const outer = useIntl()
  const load = useMemo(() => (locale: AppLocale) => loadKindWords(kinds, locale), [kinds])
  const spoken = useLoaded(useLocale(), load)
  const intl = useMemo(() => {
    if (!spoken) return null
    return speak({
      ...spoken,
      messages: { ...(outer.messages as Messages), ...spoken.messages },
    })
  }, [outer, spoken])
  return intl && <RawIntlProvider value={intl}>{children}</RawIntlProvider>
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

function speak({ locale, messages }: Spoken) {
  const tag = formatTag(locale, navigator.languages)
  // A missing message shows its id, which tests look for; only a developer wants the noise in the console.
  return createIntl(
    {
      locale: tag,
      messages,
      onError: import.meta.env.DEV ? console.error : () => {},
    },
    cache,
  )
}
