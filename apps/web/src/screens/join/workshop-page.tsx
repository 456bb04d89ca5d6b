import { Suspense, useMemo, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { readSeat } from '../../session/seat.ts'
import { SessionProvider } from '../../session/session-context.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'
import { Opening } from '../missing/opening.tsx'
import { Refused } from '../missing/refused.tsx'
import { type Place, places } from '../places.ts'
import { JoinPage } from './join-page.tsx'
import { JoinPanel } from './join-panel.tsx'
import { useWayIn } from './use-way-in.ts'
import { WaitingPage } from './waiting-page.tsx'
import { WorkshopGate } from './workshop-gate.tsx'

/** `/w/:id#key` and `/w/:id/screen#key`: from a link into the workshop. */
export default function WorkshopPage({ workshop, place }: { workshop: string; place: Place }) {
  const key = useMemo(() => keyFor(workshop), [workshop])
  const { arrival, comeIn, retry } = useWayIn(workshop, key)
  const { t } = useWords()
  switch (arrival.at) {
    case 'looking':
      return <Opening words={t('shell.opening')} />
    case 'refused':
      return <Refused code={arrival.code} onRetry={retry} />
    case 'door':
      return (
        <JoinPage
          peeked={arrival.peeked}
          isBusy={arrival.isBusy}
          error={arrival.error && `shell.error.${arrival.error}`}
          onComeIn={comeIn}
        />
      )
    case 'waiting':
      return <WaitingPage />
    case 'inside':
      return <Inside session={arrival.session} asksName={arrival.asksName} place={place} onReopen={retry} />
  }
}

interface InsideProps {
  readonly session: WorkshopSession
  readonly asksName: boolean
  readonly place: Place
  readonly onReopen: () => void
}

function Inside({ session, asksName, place, onReopen }: InsideProps) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(asksName)
  // A screen's link shows the wall's own view, wherever it was opened.
  const Screen = places[session.me.role === 'screen' ? 'screen' : place]
  return (
    <SessionProvider value={session}>
      <WorkshopGate onReopen={onReopen}>
        <Suspense fallback={<Opening words={t('shell.opening')} />}>
          <Screen />
          {isAsking && <JoinPanel onDone={() => setAsking(false)} />}
        </Suspense>
      </WorkshopGate>
    </SessionProvider>
  )
}

/** The key behind the #; after a reload that lost it, the one this tab came in with. */
function keyFor(workshop: string): string {
  const key = location.hash.slice(1)
  return key === '' ? (readSeat(workshop)?.key ?? '') : key
}
