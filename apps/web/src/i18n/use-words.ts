import { useContext, useMemo, useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import { BoardContext } from '../board-ui/board-context.ts'
import { type AppLocale, chooseLocale, dirOf } from './locale.ts'

type Values = Readonly<Record<string, string | number | Date>>

export interface Words {
  readonly locale: AppLocale
  readonly dir: 'ltr' | 'rtl'
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
  const intl = useIntl()
  const board = useContext(BoardContext)
  const settings = useSyncExternalStore(board?.open.store.subscribe ?? never, () =>
    board ? board.open.store.settings() : noSettings,
  )
  return useMemo(() => {
    const locale = chooseLocale(null, [intl.locale])
    const t: Words['t'] = (id, values) => intl.formatMessage({ id }, values)
    return {
      locale,
      dir: dirOf(locale),
      t,
      has: (id) => Object.hasOwn(intl.messages, id),
      label(id, settingKey) {
        const renamed = settings[settingKey]
        return typeof renamed === 'string' && renamed.trim() !== '' ? renamed : t(id)
      },
      number: (value) => intl.formatNumber(value),
    }
  }, [intl, settings])
}
