import { type Area, addWords } from '../i18n/catalogue.ts'
import { later } from '../later/later.ts'

const words: Area = {
  en: () => import('../messages/lead/en.json'),
  es: () => import('../messages/lead/es.json'),
  ar: () => import('../messages/lead/ar.json'),
}

/** A part and the words of all of them. */
const part = <T>(load: () => Promise<T>) =>
  later(async () => {
    const [code] = await Promise.all([load(), addWords(words)])
    return code
  })

/** What leading a workshop, and being led, brings: nothing of it comes before there is an agenda. */
export const leadParts = {
  bar: part(() => import('./bar/agenda-bar.tsx').then(({ AgendaBar }) => AgendaBar)),
  offer: part(() => import('./bar/start-offer.tsx').then(({ StartOffer }) => StartOffer)),
  phoneBar: part(() => import('./bar/phone-bar.tsx').then(({ PhoneBar }) => PhoneBar)),
  phonePrompt: part(() => import('./bar/phone-bar.tsx').then(({ PhonePrompt }) => PhonePrompt)),
  closed: part(() => import('./closed/closed-line.tsx').then(({ ClosedLine }) => ClosedLine)),
  outlet: part(() => import('./attention/outlet.tsx').then(({ Outlet }) => Outlet)),
  wall: part(() => import('./wall/wall-view.tsx').then(({ WallView }) => WallView)),
  panel: part(() => import('./panel/agenda-panel.tsx').then(({ AgendaPanel }) => AgendaPanel)),
}
