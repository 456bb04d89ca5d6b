import { onDemand } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { useSessionValue } from '../session/use-session-value.ts'

const notice = onDemand(() => import('./away-part.ts').then(({ fetchNotice }) => fetchNotice()))

/** What people have to be told about their copies, on the rare days when there is anything. */
export function AwayOutlet() {
  const away = useSessionValue((session) => session.away())
  return away && <Part of={notice} with={{ away }} />
}
