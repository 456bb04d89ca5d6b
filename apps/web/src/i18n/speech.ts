import type { Messages } from '@vispera/kinds'
import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, useContext } from 'react'

export type Values = Readonly<Record<string, string | number | Date>>

/** Everything there is to say on the page, in one language. */
export interface Speech {
  /** BCP-47 tag that numbers and dates are written by. */
  readonly locale: string
  readonly messages: Messages
  /** The message with its values; the id itself where there is none. */
  say(id: string, values?: Values): string
  number(value: number): string
}

/** Opens a language. A message is read once; a plain one is never read at all. */
export function openSpeech(locale: string, messages: Messages): Speech {
  const formats = new Map<string, IntlMessageFormat>()
  const numbers = new Intl.NumberFormat(locale)
  const formatOf = (id: string, message: string) => {
    const format = formats.get(id) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    formats.set(id, format)
    return format
  }
  return {
    locale,
    messages,
    say(id, values) {
      const message = Object.hasOwn(messages, id) ? messages[id] : undefined
      if (message === undefined) return id
      // The build sends messages with values parsed already, as arrays; in development all are strings.
      if (typeof message === 'string' && !/[{}']/.test(message)) return message
      try {
        return String(formatOf(id, message).format(values))
      } catch (error) {
        // A message that cannot be said shows its id, which tests look for; the page itself goes on.
        if (import.meta.env.DEV) console.error(error)
        return id
      }
    },
    number: (value) => numbers.format(value),
  }
}

const SpeechContext = createContext<Speech | null>(null)
export const SpeechProvider = SpeechContext.Provider

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech needs a WordsProvider')
  return speech
}
