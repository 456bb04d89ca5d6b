import { useCallback, useEffect, useState } from 'react'
import { api, type Peeked } from '../../session/api.ts'
import { ApiError, type ApiErrorCode } from '../../session/api-error.ts'
import { joinWorkshop } from '../../session/join-workshop.ts'
import { readSeat } from '../../session/seat.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'
import { phone } from '../shared/use-media.ts'
import { wayInFor } from './way-in.ts'

/** Where somebody stands between a link and the workshop. */
export type Arrival =
  | { readonly at: 'looking' }
  | {
      readonly at: 'door'
      readonly peeked: Peeked
      readonly isBusy: boolean
      readonly error: ApiErrorCode | null
    }
  | { readonly at: 'inside'; readonly session: WorkshopSession; readonly asksName: boolean }
  | { readonly at: 'refused'; readonly code: ApiErrorCode }

/** Takes somebody from a link into the workshop; `comeIn` is for the page with the questions. */
export function useWayIn(workshop: string, key: string) {
  const [arrival, setArrival] = useState<Arrival>({ at: 'looking' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to look again
  useEffect(() => {
    let isHere = true
    let session: WorkshopSession | undefined
    const arrive = async () => {
      const hasSeat = readSeat(workshop)?.key === key
      const peeked = hasSeat ? null : await api.peek(workshop, key)
      const isPhone = matchMedia(phone).matches
      const way = peeked ? wayInFor({ ...peeked, isPhone, hasSeat }) : 'straight'
      if (!isHere) return
      if (way === 'page' && peeked) return setArrival({ at: 'door', peeked, isBusy: false, error: null })
      session = await joinWorkshop(workshop, key)
      if (isHere) setArrival({ at: 'inside', session, asksName: way === 'panel' })
      else void session.close()
    }
    arrive().catch((error: unknown) => {
      if (isHere) setArrival({ at: 'refused', code: codeOf(error) })
    })
    return () => {
      isHere = false
    }
  }, [workshop, key, attempt])

  useEffect(() => {
    if (arrival.at !== 'inside') return
    return () => void arrival.session.close()
  }, [arrival])

  const comeIn = useCallback(
    async (alias: string) => {
      setArrival((before) => (before.at === 'door' ? { ...before, isBusy: true, error: null } : before))
      try {
        const session = await joinWorkshop(workshop, key, alias)
        setArrival({ at: 'inside', session, asksName: false })
      } catch (error) {
        const code = codeOf(error)
        setArrival((before) =>
          before.at === 'door' && code !== 'not-found'
            ? { ...before, isBusy: false, error: code }
            : { at: 'refused', code },
        )
      }
    },
    [workshop, key],
  )
  const retry = useCallback(() => {
    setArrival({ at: 'looking' })
    setAttempt((count) => count + 1)
  }, [])
  return { arrival, comeIn, retry }
}

const codeOf = (error: unknown): ApiErrorCode => (error instanceof ApiError ? error.code : 'internal')
