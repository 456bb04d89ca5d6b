import type { Messages } from '@vispera/kinds'
import { createContext, useContext } from 'react'
import { type Part, sayParts, type Values } from './parts.ts'

/** Everything there is to say on the page, in one language. */
export interface Speech {
  /** BCP-47 tag that numbers and dates are written by. */
  readonly locale: string
  readonly messages: Messages
  /** The message with its values; the id itself where there is none. */
  say(id: string, values?: Values): string
  number(value: number): string
}

/** Opens a language. */
export function openSpeech(locale: string, messages: Messages): Speech {
  const counting = { numbers: new Intl.NumberFormat(locale), plurals: new Intl.PluralRules(locale) }
  return {
    locale,
    messages,
    say(id, values = {}) {
      // Messages with values come parsed, as arrays (words-as-data.ts).
      const message = Object.hasOwn(messages, id) ? (messages[id] as string | readonly Part[]) : undefined
      if (message === undefined) return id
      if (typeof message === 'string') return message
      try {
        return sayParts(message, values, counting)
      } catch (error) {
        // A message that cannot be said shows its id, which tests look for; the page itself goes on.
        if (import.meta.env.DEV) console.error(error)
        return id
      }
    },
    number: (value) => counting.numbers.format(value),
  }
}

const SpeechContext = createContext<Speech | null>(null)
export const SpeechProvider = SpeechContext.Provider

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech needs a WordsProvider')
  return speech
}
