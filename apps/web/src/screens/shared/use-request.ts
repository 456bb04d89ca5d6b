import { useCallback, useState } from 'react'
import { sentenceFor } from '../../session/api-error.ts'

/** One request at a time, with what went wrong as a message id. */
export interface Request {
  readonly isBusy: boolean
  /** Message id of the last failure; null before and after a success. */
  readonly error: string | null
  /** Runs it; answers whether it worked. */
  run(request: () => Promise<unknown>): Promise<boolean>
}

export function useRequest(): Request {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = useCallback(async (request: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await request()
      return true
    } catch (reason) {
      setError(sentenceFor(reason))
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  return { isBusy, error, run }
}
