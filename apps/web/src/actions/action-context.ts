import { type Board, CommandError, type Note } from '@vispera/board'
import { isFixedNote, type Kind, type RuleContext } from '@vispera/kinds'
import type { Toast } from '@vispera/ui'
import type { BoardUiStore } from '../board-ui/board-ui.ts'
import type { AppLocale } from '../i18n/locale.ts'
import type { OpenBoard, WorkshopSession } from '../session/workshop-session.ts'
import type { Question } from './questions.ts'

export type Translate = (id: string, values?: Readonly<Record<string, string | number>>) => string

/** All that actions work with; no React, so that tests can bring their own. */
export interface ActionContext {
  readonly session: WorkshopSession
  readonly open: OpenBoard
  readonly kind: Kind
  readonly ui: BoardUiStore
  readonly t: Translate
  readonly locale: AppLocale
  /** Tells screen readers what was done. */
  readonly say: (words: string) => void
  readonly toast: (toast: Toast) => void
  /** Asks before anything is changed; null when the person turns away. */
  readonly ask: (question: Question) => Promise<string | null>
  /** Shows another board of the workshop, and a note on it. */
  readonly goTo: (board: string, note?: string) => void
}

/**
 * Runs one command as one undo step. Refuses with a sentence when this seat may not write or the command
 * says no; `otherwise` is the answer then.
 */
export function change<T>(context: ActionContext, command: (origin: object) => T, otherwise: T): T {
  const { session, toast, t } = context
  if (!session.canWrite()) {
    toast({ message: t(session.closed() === 'role' ? 'outline.refused.readOnly' : 'outline.refused.notNow') })
    return otherwise
  }
  try {
    return session.history.run(command)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    toast({ message: t(`outline.refused.${error.reason}`) })
    return otherwise
  }
}

/** Runs a command like `change`; answers whether it was done. */
export const did = (context: ActionContext, command: (origin: object) => void): boolean =>
  change(
    context,
    (origin) => {
      command(origin)
      return true
    },
    false,
  )

export const boardOf = ({ open }: ActionContext): Board => open.store.board(open.entry)

/** Ids of notes that are there and may be moved, doubled and deleted. */
export const freeIds = ({ kind, open }: ActionContext, ids: readonly string[]): string[] =>
  [...new Set(ids)].filter((id) => !isFixedNote(kind, id) && open.store.note(id) !== undefined)

/** What the kind computes from the board as it is now. */
export function derivedNow(context: ActionContext): Readonly<Record<string, unknown>> {
  const board = boardOf(context)
  const rules: RuleContext = { threads: context.session.crossLinks(), boards: new Map([[board.id, board]]) }
  return context.kind.derive(board, rules)
}

/** A note in a few words, for sentences and announcements. */
export function shortWords(note: Pick<Note, 'text' | 'kind'> | undefined, t: Translate, most = 60): string {
  if (!note) return t('outline.note.gone')
  const line = note.text.trim().split('\n')[0]?.trim() ?? ''
  if (line === '') return t('outline.note.empty', { kind: t(`noteKind.${note.kind}`) })
  const letters = [...line]
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line
}
