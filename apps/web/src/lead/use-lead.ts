import { useToast } from '@vispera/ui'
import { useMemo } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { sentenceFor } from '../session/api-error.ts'
import { useSession } from '../session/session-context.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'

type Input = Readonly<Record<string, unknown>>

export interface Lead {
  /** Says a verb to the server; null when it was refused, which people are told. */
  say(command: string, input?: Input): Promise<Input | null>
  /** Like `say`, for verbs that count only while the workshop stands where this screen shows it. */
  move(command: string, input?: Input): Promise<Input | null>
}

/** The verbs of those who lead. */
export function useLead(): Lead {
  const session = useSession()
  const toast = useToast()
  const { t } = useWords()
  return useMemo(() => {
    const say = async (command: string, input: Input = {}) => {
      try {
        return await session.command(command, input)
      } catch (error) {
        toast({ message: t(sentenceFor(error)) })
        return null
      }
    }
    return { say, move: (command, input) => say(command, { ...input, run: runOf(session) }) }
  }, [session, toast, t])
}

/** The run that this screen shows: of two people who press at once the first one counts. */
function runOf(session: WorkshopSession): number {
  const run = session.agenda().now?.run ?? session.stageDoc.getMap('now').get('run')
  return typeof run === 'number' ? run : 0
}
