import { later } from '../../later/later.ts'
import { peoplePart } from '../../people/people-parts.ts'

/** What stands round the board, by how much room there is. */
export const layouts = {
  wide: later(() => import('./on-wide.ts').then(({ WideLayout }) => WideLayout)),
  phone: later(() => import('./on-phone.ts').then(({ PhoneLayout }) => PhoneLayout)),
}

/** Parts of both that nobody sees before they ask for them. */
export const panels = {
  people: peoplePart(() => import('./people-panel.tsx').then(({ PeoplePanel }) => PeoplePanel)),
  write: later(() => import('./write-view.tsx').then(({ WriteView }) => WriteView)),
}
