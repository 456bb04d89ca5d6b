import { type Area, addWords } from '../i18n/catalogue.ts'
import { onDemand } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { useSessionValue } from '../session/use-session-value.ts'

const words: Area = {
  en: () => import('../messages/away/en.json'),
  es: () => import('../messages/away/es.json'),
  ar: () => import('../messages/away/ar.json'),
}
const notice = onDemand(async () => {
  const [{ AwayNotice }] = await Promise.all([import('./away-notice.tsx'), addWords(words)])
  return AwayNotice
})

/** What people have to be told about their copies, on the rare days when there is anything. */
export function AwayOutlet() {
  const away = useSessionValue((session) => session.away())
  return away && <Part of={notice} with={{ away }} />
}
