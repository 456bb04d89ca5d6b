import { useCallback, useEffect, useRef, useState } from 'react'
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
  | { readonly at: 'waiting' }
  | { readonly at: 'inside'; readonly session: WorkshopSession; readonly asksName: boolean }
  | { readonly at: 'refused'; readonly code: ApiErrorCode }

/** Takes somebody from a link into the workshop; `comeIn` is for the page with the questions. */
export function useWayIn(workshop: string, key: string) {
  const [arrival, setArrival] = useState<Arrival>({ at: 'looking' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to look again
  useEffect(() => {
    let isHere = true
    const leaving = new AbortController()
    let session: WorkshopSession | undefined
    const arrive = async () => {
      const hasSeat = readSeat(workshop)?.key === key
      const peeked = hasSeat ? null : await api.peek(workshop, key)
      const isPhone = matchMedia(phone).matches
      const way = peeked ? wayInFor({ ...peeked, isPhone, hasSeat }) : 'straight'
      if (!isHere) return
      if (peeked?.lobby === 'closed') throw new ApiError('closed')
      if (way === 'page' && peeked) return setArrival({ at: 'door', peeked, isBusy: false, error: null })
      session = await joinWorkshop(workshop, key, '', {
        onWaiting: () => isHere && setArrival({ at: 'waiting' }),
        signal: leaving.signal,
      })
      if (isHere) setArrival({ at: 'inside', session, asksName: way === 'panel' })
      else void session.close()
    }
    arrive().catch((error: unknown) => {
      if (isHere) setArrival({ at: 'refused', code: codeOf(error) })
    })
    return () => {
      isHere = false
      leaving.abort()
    }
  }, [workshop, key, attempt])

  useEffect(() => {
    if (arrival.at !== 'inside') return
    return () => void arrival.session.close()
  }, [arrival])

  // Whoever leaves the page while they wait at the door is not let in behind their back.
  const door = useRef(new AbortController())
  useEffect(() => {
    door.current = new AbortController()
    return () => door.current.abort()
  }, [])

  const comeIn = useCallback(
    async (alias: string) => {
      setArrival((before) => (before.at === 'door' ? { ...before, isBusy: true, error: null } : before))
      try {
        const session = await joinWorkshop(workshop, key, alias, {
          onWaiting: () => setArrival({ at: 'waiting' }),
          signal: door.current.signal,
        })
        if (door.current.signal.aborted) return void session.close()
        setArrival({ at: 'inside', session, asksName: false })
      } catch (error) {
        if (door.current.signal.aborted) return
        const code = codeOf(error)
        setArrival((before) =>
          before.at === 'door' && !doorStays.has(code)
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

/** Answers after which there is nothing more to ask on the page. */
const doorStays: ReadonlySet<ApiErrorCode> = new Set(['not-found', 'closed', 'turned-away'])

const codeOf = (error: unknown): ApiErrorCode => (error instanceof ApiError ? error.code : 'internal')
