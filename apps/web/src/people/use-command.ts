import { useToast } from '@vispera/ui'
import { useCallback } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { sentenceFor } from '../session/api-error.ts'
import { useSession } from '../session/session-context.ts'

type Input = Readonly<Record<string, unknown>>

/** Says a verb to the server; null when it was refused, which people are told. */
export function useCommand(): (name: string, input?: Input) => Promise<Input | null> {
  const session = useSession()
  const toast = useToast()
  const { t } = useWords()
  return useCallback(
    async (name, input) => {
      try {
        return await session.command(name, input)
      } catch (error) {
        toast({ message: t(sentenceFor(error)) })
        return null
      }
    },
    [session, toast, t],
  )
}
