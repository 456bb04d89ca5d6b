import { PeopleStrip, type PersonColor } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { followPerson } from '../../lead/attention/followed.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person } from '../../session/workshop-session.ts'
import styles from './people-button.module.css'
import { useSidePanel } from './side-panel.ts'
import { useHeads } from './use-heads.ts'

/** A face follows its person; everything else of the strip opens the list of people. */
export function PeopleButton() {
  const { t, number } = useWords()
  const { here, shown } = useHeads()
  const side = useSidePanel()
  const isOpen = side.shown === 'people'
  const isProtected = useSessionValue((session) => session.stage()?.workshop.safety === 'protected')
  const words = t('shell.people.here', { count: here })
  return (
    <div className={styles.people}>
      <PeopleStrip
        people={
          isProtected
            ? []
            : shown.map(faceOf).map((face) => ({ ...face, name: t('shell.people.follow', face) }))
        }
        onPerson={followPerson}
        countLabel={words}
        moreLabel={(more) => `+${number(more)}`}
      />
      <button
        type="button"
        className={styles.open}
        aria-expanded={isOpen}
        aria-label={`${words}. ${t('shell.people.open')}`}
        onClick={() => side.show(isOpen ? null : 'people')}
      />
    </div>
  )
}

export const faceOf = (person: Person) => ({
  id: person.id,
  initials: initialsOf(person.name),
  name: person.name,
  color: (person.color + 1) as PersonColor,
})

/** Up to two first letters; one where letters join up. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = firstLetter(words[0] ?? '')
  if (/\p{Script=Arabic}/u.test(first)) return first
  const second =
    words.length > 1 ? firstLetter(words.at(-1) ?? '') : firstLetter((words[0] ?? '').slice(first.length))
  return `${first}${second}`.toLocaleUpperCase()
}

const firstLetter = (word: string) => /\p{L}\p{M}*|\p{N}|\p{Extended_Pictographic}/u.exec(word)?.[0] ?? ''
