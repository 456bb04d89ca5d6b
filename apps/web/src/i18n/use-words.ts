import { useContext, useMemo, useSyncExternalStore } from 'react'
import { BoardContext } from '../board-ui/board-context.ts'
import { type AppLocale, chooseLocale, dirOf } from './locale.ts'
import type { Values } from './parts.ts'
import { useSpeech } from './speech.ts'

export interface Words {
  readonly locale: AppLocale
  readonly dir: 'ltr' | 'rtl'
  /** BCP-47 tag that numbers and dates are written by; it may name a region. */
  readonly formatTag: string
  /** The message in the reader's language; the id itself where there is none. */
  t(id: string, values?: Values): string
  has(id: string): boolean
  /** The group's own name for a thing (a renamed row, from the board's settings), else its message. */
  label(id: string, settingKey: string): string
  number(value: number): string
}

const noSettings: Readonly<Record<string, unknown>> = {}
const never = () => () => {}

/** The words of the page, in the reader's language. */
export function useWords(): Words {
  const speech = useSpeech()
  const board = useContext(BoardContext)
  const settings = useSyncExternalStore(board?.open.store.subscribe ?? never, () =>
    board ? board.open.store.settings() : noSettings,
  )
  return useMemo(() => {
    const locale = chooseLocale(null, [speech.locale])
    const t: Words['t'] = (id, values) => speech.say(id, values)
    return {
      locale,
      dir: dirOf(locale),
      formatTag: speech.locale,
      t,
      has: (id) => Object.hasOwn(speech.messages, id),
      label(id, settingKey) {
        const renamed = settings[settingKey]
        return typeof renamed === 'string' && renamed.trim() !== '' ? renamed : t(id)
      },
      number: (value) => speech.number(value),
    }
  }, [speech, settings])
}
